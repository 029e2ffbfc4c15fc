package io.mirrorcore.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who says which regime rules: the detector, or the person who configures the job, for whom it is
 * always the same.
 *
 * @param fixed the one that always rules; null where the detector says
 */
public record RegimeSource(Regime fixed) implements java.io.Serializable {

  public static final RegimeSource DETECTOR = new RegimeSource(null);

  /** All there are, the detector first. */
  public static List<RegimeSource> all() {
    List<RegimeSource> all = new ArrayList<>(List.of(DETECTOR));
    for (Regime regime : Regime.values()) {
      all.add(new RegimeSource(regime));
    }
    return List.copyOf(all);
  }

  /** As it is configured: {@code detector}, or {@code fixed:TRENDING}. */
  public String id() {
    return fixed == null ? "detector" : "fixed:" + fixed.name();
  }

  Regime ruling(Regime detected) {
    return Optional.ofNullable(fixed).orElse(detected);
  }
}

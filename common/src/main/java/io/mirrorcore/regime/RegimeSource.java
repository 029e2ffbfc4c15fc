package io.mirrorcore.regime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who says which regime rules: the detector, or the person who configures the job, for whom it is
 * always the same or what a calendar has.
 *
 * @param fixed the one that always rules; null where it is not always the same
 * @param told by a person for each time; null where nobody has
 */
public record RegimeSource(Regime fixed, RegimeCalendar told) implements Serializable {

  public static final RegimeSource DETECTOR = new RegimeSource(null, null);

  /** Of a file that is not read yet. */
  public static final RegimeSource FILE = told(new RegimeCalendar(List.of()));

  /** Always the same. */
  public static RegimeSource fixed(Regime regime) {
    return new RegimeSource(regime, null);
  }

  /** What a calendar has. */
  public static RegimeSource told(RegimeCalendar calendar) {
    return new RegimeSource(null, calendar);
  }

  /** All there are, the detector first. */
  public static List<RegimeSource> all() {
    List<RegimeSource> all = new ArrayList<>(List.of(DETECTOR, FILE));
    for (Regime regime : Regime.values()) {
      all.add(fixed(regime));
    }
    return List.copyOf(all);
  }

  /** As it is configured: {@code detector}, {@code file}, or {@code fixed:TRENDING}. */
  public String id() {
    if (told != null) {
      return "file";
    }
    return fixed == null ? "detector" : "fixed:" + fixed.name();
  }

  /**
   * What rules at a close.
   *
   * @param detected by the detector
   */
  Regime ruling(Regime detected, String portfolio, long close) {
    if (told != null) {
      return told.at(portfolio, close);
    }
    return fixed == null ? detected : fixed;
  }
}

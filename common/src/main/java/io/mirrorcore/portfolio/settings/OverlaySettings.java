package io.mirrorcore.portfolio.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the profile overlay lays over the market.
 *
 * @param strategies ids of those in the sleeve; empty: all but HOLD
 * @param smoothingDays half-life of the average that their positions are smoothed by, days, above 0
 * @param target annual volatility, above 0
 */
public record OverlaySettings(List<String> strategies, double smoothingDays, double target)
    implements Serializable {

  public OverlaySettings {
    strategies = new ArrayList<>(strategies); // a serializable list, and nobody else's
    positive("smoothing", smoothingDays);
    positive("target", target);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite; have " + value);
    }
  }

  /** All strategies, smoothed by 20 days, at 10 % a year. */
  public static OverlaySettings defaults() {
    return new OverlaySettings(List.of(), 20, 0.10);
  }

  /** Those of some strategies that are in the sleeve. */
  public List<String> members(List<String> all) {
    return all.stream()
        .filter(id -> !id.equals(ProfileSettings.MARKET))
        .filter(id -> strategies.isEmpty() || strategies.contains(id))
        .toList();
  }
}

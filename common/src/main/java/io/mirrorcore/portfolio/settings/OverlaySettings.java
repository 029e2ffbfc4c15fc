package io.mirrorcore.portfolio.settings;

import io.mirrorcore.profile.MarketVolatility;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the profile overlay lays over the market.
 *
 * @param strategies ids of those in the sleeve; empty: all but HOLD
 * @param without ids of those that are never in it, their input being promised by nobody
 * @param smoothingDays half-life of the average that their positions are smoothed by, days, above 0
 * @param target annual volatility, above 0
 */
public record OverlaySettings(
    List<String> strategies, TreeSet<String> without, double smoothingDays, double target)
    implements Serializable {

  public OverlaySettings {
    strategies = new ArrayList<>(strategies); // a serializable list, and nobody else's
    without = new TreeSet<>(without);
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
    return new OverlaySettings(List.of(), new TreeSet<>(), 20, MarketVolatility.TARGET);
  }

  /** Those of some strategies that are in the sleeve. */
  public List<String> members(List<String> all) {
    return all.stream()
        .filter(id -> !id.equals(ProfileSettings.MARKET))
        .filter(id -> !without.contains(id))
        .filter(id -> strategies.isEmpty() || strategies.contains(id))
        .toList();
  }
}

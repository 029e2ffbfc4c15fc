package io.mirrorcore.regime;

import java.io.Serializable;
import java.util.Objects;

/**
 * Window lengths and thresholds of {@link RegimeDetector}.
 *
 * @param volWindow market returns in a standard deviation, at least 2
 * @param rankWindow standard deviations among which the newest is ranked, at least 2
 * @param efficiencyWindow market returns in an efficiency ratio, at least 1
 * @param volatileAbove rank of the standard deviation above which the market is VOLATILE, in (0, 1)
 * @param trendingAbove efficiency ratio above which it is TRENDING, in (0, 1), at least {@code
 *     rangingBelow}
 * @param rangingBelow efficiency ratio below which it is RANGING, in (0, 1)
 * @param hysteresisBars bars for which a new regime must hold before it replaces the old, at least
 *     1 (1: at once)
 * @param source who says which regime rules
 */
public record RegimeSettings(
    int volWindow,
    int rankWindow,
    int efficiencyWindow,
    double volatileAbove,
    double trendingAbove,
    double rangingBelow,
    int hysteresisBars,
    RegimeSource source)
    implements Serializable {

  /** Those of a detector that is heard. */
  public RegimeSettings(
      int volWindow,
      int rankWindow,
      int efficiencyWindow,
      double volatileAbove,
      double trendingAbove,
      double rangingBelow,
      int hysteresisBars) {
    this(
        volWindow,
        rankWindow,
        efficiencyWindow,
        volatileAbove,
        trendingAbove,
        rangingBelow,
        hysteresisBars,
        RegimeSource.DETECTOR);
  }

  public RegimeSettings {
    Objects.requireNonNull(source, "source");
    atLeast("vol-window", volWindow, 2);
    atLeast("rank-window", rankWindow, 2);
    atLeast("efficiency-window", efficiencyWindow, 1);
    atLeast("hysteresis-bars", hysteresisBars, 1);
    share("volatile-above", volatileAbove);
    share("trending-above", trendingAbove);
    share("ranging-below", rangingBelow);
    if (trendingAbove < rangingBelow) {
      throw new IllegalArgumentException(
          "trending-above must be at least ranging-below, "
              + rangingBelow
              + "; have "
              + trendingAbove);
    }
  }

  /** SD over 20 bars ranked among 250, efficiency over 20, thresholds 0.8, 0.35, 0.20, 3 bars. */
  public static RegimeSettings defaults() {
    return new RegimeSettings(20, 250, 20, 0.8, 0.35, 0.20, 3);
  }

  private static void atLeast(String name, int value, int min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be at least " + min + "; have " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1); have " + value);
    }
  }
}

package io.mirrorcore.estimate;

import java.io.Serializable;

/**
 * How fast {@link TwoSpeedCovariance} forgets; all times in days.
 *
 * @param fastHalfLife of volatilities, above 0
 * @param fastWindow newest returns that volatilities are made of, above 0
 * @param slowHalfLife of correlations, above 0
 * @param floor share of the slow volatility below which the fast one does not count, in [0, 1]
 * @param shrinkage of the correlation towards none, in [0, 1]
 */
public record TwoSpeeds(
    double fastHalfLife, double fastWindow, double slowHalfLife, double floor, double shrinkage)
    implements Serializable {

  public TwoSpeeds {
    positive("volatility half-life", fastHalfLife);
    positive("volatility window", fastWindow);
    positive("correlation half-life", slowHalfLife);
    share("volatility floor", floor);
    share("correlation shrinkage", shrinkage);
  }

  /** 40 days over the last 240, at least a quarter of that of 250; correlation shrunk by 0.1. */
  public static TwoSpeeds defaults() {
    return new TwoSpeeds(40, 240, 250, 0.25, 0.1);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite; have " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1]; have " + value);
    }
  }
}

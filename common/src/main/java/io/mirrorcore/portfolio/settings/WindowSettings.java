package io.mirrorcore.portfolio.settings;

import io.mirrorcore.estimate.EstimatorSettings;
import java.io.Serializable;
import java.util.Objects;

/**
 * From which returns mean and covariance are estimated, and how.
 *
 * @param length returns in an estimate, bars, at least 2
 * @param minObservations returns before the first estimate, bars, in [2, length]
 * @param inactiveBelow share of the window's bars with a position below which a strategy is
 *     INACTIVE, in [0, 1]
 * @param estimators of mean and covariance
 * @param gamma added to the diagonal of the covariance, in daily units, 0 or more
 */
public record WindowSettings(
    int length,
    int minObservations,
    double inactiveBelow,
    EstimatorSettings estimators,
    double gamma)
    implements Serializable {

  public WindowSettings {
    if (length < 2) {
      throw new IllegalArgumentException("window must be at least 2; have " + length);
    }
    if (minObservations < 2 || minObservations > length) {
      throw new IllegalArgumentException(
          "min-observations must be in [2, " + length + "]; have " + minObservations);
    }
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma must be at least 0 and finite; have " + gamma);
    }
    if (!(inactiveBelow >= 0 && inactiveBelow <= 1)) {
      throw new IllegalArgumentException("inactive-below must be in [0, 1]; have " + inactiveBelow);
    }
    Objects.requireNonNull(estimators, "estimators");
  }

  /** Window 60 from 30 observations on, INACTIVE below 5 %, gamma 1e-5. */
  public static WindowSettings defaults() {
    return new WindowSettings(60, 30, 0.05, EstimatorSettings.defaults(), 1e-5);
  }
}

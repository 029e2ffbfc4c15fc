package io.mirrorcore.estimate;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a window of returns becomes a mean and a covariance.
 *
 * @param mean method of the mean
 * @param covariance method of the covariance
 * @param ewmaAlpha weight of the newest row in an {@link MeanMethod#EWMA} mean, in (0, 1]
 * @param halfLife bars after which a return counts half in a {@link CovarianceMethod#EWMA}
 *     covariance, 1 or more
 */
public record EstimatorSettings(
    MeanMethod mean, CovarianceMethod covariance, double ewmaAlpha, double halfLife)
    implements Serializable {

  public EstimatorSettings {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(covariance, "covariance");
    if (!(ewmaAlpha > 0 && ewmaAlpha <= 1)) {
      throw new IllegalArgumentException("ewmaAlpha must be in (0, 1]; have " + ewmaAlpha);
    }
    if (!(halfLife >= 1)) {
      throw new IllegalArgumentException("halfLife must be at least 1; have " + halfLife);
    }
  }

  /**
   * EWMA mean with alpha 0.1, Ledoit-Wolf covariance; a half-life of 20 bars, so that a window of
   * 60 holds all but an eighth of the weight.
   */
  public static EstimatorSettings defaults() {
    return new EstimatorSettings(MeanMethod.EWMA, CovarianceMethod.LEDOIT_WOLF, 0.1, 20);
  }
}

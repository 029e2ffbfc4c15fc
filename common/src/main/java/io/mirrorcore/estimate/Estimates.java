package io.mirrorcore.estimate;

/**
 * Expected returns of the next bar and their covariance, as a window of returns gives them by the
 * methods of an {@link EstimatorSettings}.
 *
 * @param mean N expected returns per bar
 * @param covariance N x N, per bar
 * @param meanShrinkage share of the common value in each mean, in [0, 1]; 0 for a method without
 *     shrinkage
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Estimates(double[] mean, Covariance covariance, double meanShrinkage) {

  public Estimates {
    if (mean.length != covariance.n()) {
      throw new IllegalArgumentException(
          "mean must have n = " + covariance.n() + " entries; have " + mean.length);
    }
    if (!(meanShrinkage >= 0 && meanShrinkage <= 1)) {
      throw new IllegalArgumentException("meanShrinkage must be in [0, 1]; have " + meanShrinkage);
    }
  }

  /**
   * Both estimates from a window of returns.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 2}, finite; {@link ReturnsTable} checks
   *     the same by name
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static Estimates of(double[][] returns, EstimatorSettings settings) {
    return of(returns, settings.covariance().estimate(returns, settings), settings);
  }

  /**
   * The mean from a window of returns, beside a covariance that is known already, from {@link
   * SlidingLedoitWolf} for one.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 2}, finite
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static Estimates of(
      double[][] returns, Covariance covariance, EstimatorSettings settings) {
    MeanEstimate estimate = settings.mean().estimate(returns, settings);
    return new Estimates(estimate.mean(), covariance, estimate.shrinkage());
  }

  /** The same with means of another size. */
  public Estimates withMeansTimes(double factor) {
    double[] scaled = mean.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new Estimates(scaled, covariance, meanShrinkage);
  }
}

package io.mirrorcore.estimate;

/**
 * Plain mean of each column: unbiased, every row counting alike. Its error, sd over the root of T,
 * is larger than most strategies' mean; {@link BayesSteinMean} is this with that in mind.
 */
public final class RollingMean {

  private RollingMean() {}

  /**
   * The means of a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 1}, finite
   * @return N means, in the unit of the returns; that of a constant column is the constant itself
   */
  public static double[] of(double[][] returns) {
    return CentredWindow.of(returns, 1).mean();
  }
}

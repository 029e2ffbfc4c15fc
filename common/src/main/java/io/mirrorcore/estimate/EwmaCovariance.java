package io.mirrorcore.estimate;

/**
 * Covariance in which a return counts half as much as one a half-life younger: follows changing
 * risk within bars where {@link LedoitWolf} needs a window, at the price of fewer returns that
 * count, and so of a worse condition. Nothing is shrunk.
 *
 * <pre>
 *   w_t    2^(-(T-1-t) / halfLife), divided by their sum
 *   m      sum_t w_t x_t
 *   Sigma  sum_t w_t (x_t - m)(x_t - m)' / (1 - sum_t w_t^2)
 * </pre>
 *
 * Centred on the mean of the same weights, and divided so that it is unbiased for independent
 * returns, as {@code pandas.ewm(halflife).cov(bias=False)} of the last row; RiskMetrics takes the
 * mean for 0 and does not divide. An endless half-life gives {@link SampleCovariance}. Some {@code
 * 2.9 halfLife} returns count.
 */
final class EwmaCovariance {

  private EwmaCovariance() {}

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 2}, finite
   * @param halfLife in bars, 1 or more: at 1 the newest return has half of all weight
   * @return per bar, {@code N x N}, shrinkage 0
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  static Covariance of(double[][] returns, double halfLife) {
    if (!(halfLife >= 1)) {
      throw new IllegalArgumentException("halfLife must be at least 1; have " + halfLife);
    }
    int n = ReturnWindow.columns(returns, 2);
    double[] weights = HalfLife.weights(returns.length, halfLife);
    double[] sigma = Scatter.of(weighted(returns, n, weights), n, returns.length);
    double divisor = 1;
    for (double weight : weights) {
      divisor -= weight * weight;
    }
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] /= divisor;
    }
    return new Covariance(sigma, n, 0);
  }

  /** {@code sqrt(w_t) (x_t - m)}, column by column, reckoned from the newest row. */
  private static double[] weighted(double[][] returns, int n, double[] weights) {
    int rows = returns.length;
    double[] origin = returns[rows - 1];
    double[] x = Scatter.room(n, rows);
    for (int i = 0; i < n; i++) {
      int column = i * rows;
      double mean = 0;
      for (int t = 0; t < rows; t++) {
        x[column + t] = returns[t][i] - origin[i];
        mean += weights[t] * x[column + t];
      }
      for (int t = 0; t < rows; t++) {
        x[column + t] = Math.sqrt(weights[t]) * (x[column + t] - mean);
      }
    }
    return x;
  }
}

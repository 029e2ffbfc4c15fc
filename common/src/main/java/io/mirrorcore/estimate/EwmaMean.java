package io.mirrorcore.estimate;

/**
 * Exponentially weighted mean of each column: {@code m_0 = x_0, m_t = alpha x_t + (1 - alpha)
 * m_(t-1)}. Follows a strategy that stops working within some {@code 2 / alpha} bars, at the price
 * of more noise than the plain mean. The first row keeps the weight {@code (1 - alpha)^(T-1)}, as
 * in {@code pandas.ewm(adjust=False)}.
 */
public final class EwmaMean {

  private EwmaMean() {}

  /**
   * The means of a window of returns.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 1}, finite
   * @param alpha weight of the newest row, in (0, 1]
   * @return N means, in the unit of the returns
   */
  public static double[] of(double[][] returns, double alpha) {
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be in (0, 1]; have " + alpha);
    }
    int n = ReturnWindow.columns(returns, 1);
    double[] mean = returns[0].clone();
    for (int t = 1; t < returns.length; t++) {
      for (int i = 0; i < n; i++) {
        mean[i] = alpha * returns[t][i] + (1 - alpha) * mean[i];
      }
    }
    return mean;
  }

  /**
   * {@code 1 / sum w_t^2} of the weights above: 19 of many rows at alpha 0.1.
   *
   * @param rows 1 or more
   * @param alpha weight of the newest row, in (0, 1]
   */
  static double effectiveRows(int rows, double alpha) {
    double weight = 1; // of all rows up to the one at hand
    double squares = 0;
    for (int t = rows - 1; t > 0; t--) {
      squares += alpha * weight * alpha * weight;
      weight *= 1 - alpha;
    }
    return 1 / (squares + weight * weight);
  }
}

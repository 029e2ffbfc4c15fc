package io.mirrorcore.backtest;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Annualised Sharpe ratio of the last {@code window} bars at each bar; null while there are fewer.
 * A list so that JSON shows the nulls, over an array so that a million bars are 8 MB. 0 where the
 * returns in the window do not vary.
 *
 * <p>The sums of a window are put together from the end of one block of {@code window} bars and the
 * beginning of the next, so that what has left it leaves no rounding behind and the cost of a bar
 * does not depend on the window.
 */
final class RollingSharpe extends AbstractList<Double> implements RandomAccess {

  private final double[] values;
  private final int window;

  private RollingSharpe(double[] values, int window) {
    this.values = values;
    this.window = window;
  }

  /**
   * @param returns by bar
   * @param window bars, 2 or more
   * @param barsPerYear above 0
   */
  static RollingSharpe of(double[] returns, int window, double barsPerYear) {
    double[] values = new double[returns.length];
    double centre = ReturnMoments.of(returns).mean();
    double root = Math.sqrt(barsPerYear);
    double[] tailSums = new double[window + 1];
    double[] tailSquares = new double[window + 1];
    double sum = 0;
    double squares = 0;
    int unchanged = 0;
    for (int t = 0; t < returns.length; t++) {
      double z = returns[t] - centre;
      unchanged = t > 0 && returns[t] == returns[t - 1] ? unchanged + 1 : 1;
      if (t % window == 0) {
        sum = 0;
        squares = 0;
      }
      sum += z;
      squares += z * z;
      int left = window - 1 - t % window;
      double mean = (tailSums[left] + sum) / window;
      double variance = (tailSquares[left] + squares - window * mean * mean) / (window - 1);
      if (unchanged < window && variance > 0) {
        values[t] = Figures.bounded((centre + mean) / Math.sqrt(variance) * root);
      }
      if (left == 0) {
        sumFromEnd(returns, t, centre, tailSums, tailSquares);
      }
    }
    return new RollingSharpe(values, window);
  }

  /** Element j becomes the sum over the j bars that end with bar {@code t}. */
  private static void sumFromEnd(
      double[] returns, int t, double centre, double[] sums, double[] squares) {
    for (int j = 1; j < sums.length; j++) {
      double z = returns[t - j + 1] - centre;
      sums[j] = sums[j - 1] + z;
      squares[j] = squares[j - 1] + z * z;
    }
  }

  @Override
  public Double get(int t) {
    return t < window - 1 ? null : Double.valueOf(values[t]);
  }

  @Override
  public int size() {
    return values.length;
  }
}

package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.ReturnMoments;
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
public final class RollingSharpe extends AbstractList<Double> implements RandomAccess {

  private final double[] values;
  private final int window;

  private RollingSharpe(double[] values, int window) {
    this.values = values;
    this.window = window;
  }

  /**
   * Of the net returns of a track.
   *
   * @param returns by bar
   * @param window bars, 2 or more
   * @param barsPerYear above 0
   */
  public static RollingSharpe of(double[] returns, int window, double barsPerYear) {
    double[] values = new double[returns.length];
    double root = Math.sqrt(barsPerYear);
    WindowSums sums = new WindowSums(returns, window);
    for (int t = 0; t < returns.length; t++) {
      sums.advance(t);
      values[t] = FiniteRatio.bounded(sums.sharpe() * root);
    }
    return new RollingSharpe(values, window);
  }

  @Override
  public Double get(int t) {
    return t < window - 1 ? null : Double.valueOf(values[t]);
  }

  @Override
  public int size() {
    return values.length;
  }

  /** Sums of the last {@code window} returns and of their squares, as differences from the mean. */
  private static final class WindowSums {

    private final double[] returns;
    private final int window;
    private final double centre;
    private final double[] endSums;
    private final double[] endSquares;
    private double sum;
    private double square;
    private int left;
    private int unchanged;

    WindowSums(double[] returns, int window) {
      this.returns = returns;
      this.window = window;
      centre = ReturnMoments.of(returns).mean();
      endSums = new double[window + 1];
      endSquares = new double[window + 1];
    }

    void advance(int t) {
      if (t > 0 && t % window == 0) {
        sumFromEnd(t - 1);
        sum = 0;
        square = 0;
      }
      double z = returns[t] - centre;
      sum += z;
      square += z * z;
      left = window - 1 - t % window;
      unchanged = t > 0 && returns[t] == returns[t - 1] ? unchanged + 1 : 1;
    }

    /** Element j becomes the sum over the j bars that end with bar {@code t}. */
    private void sumFromEnd(int t) {
      for (int j = 1; j <= window; j++) {
        double z = returns[t - j + 1] - centre;
        endSums[j] = endSums[j - 1] + z;
        endSquares[j] = endSquares[j - 1] + z * z;
      }
    }

    /** A bar; 0 where nothing varies. */
    double sharpe() {
      double mean = (endSums[left] + sum) / window;
      double variance = (endSquares[left] + square - window * mean * mean) / (window - 1);
      return unchanged < window && variance > 0 ? (centre + mean) / Math.sqrt(variance) : 0;
    }
  }
}

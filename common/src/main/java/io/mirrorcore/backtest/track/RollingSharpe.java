package io.mirrorcore.backtest.track;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * {@link TrailingSharpe} at each bar of a series; null while there are fewer bars than its window.
 * A list so that JSON shows the nulls, over an array so that a million bars are 8 MB.
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
    TrailingSharpe trailing = new TrailingSharpe(window, barsPerYear);
    for (int t = 0; t < returns.length; t++) {
      trailing.add(returns[t]);
      values[t] = trailing.isKnown() ? trailing.value() : 0;
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
}

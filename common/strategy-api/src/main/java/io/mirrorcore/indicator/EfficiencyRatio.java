package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Kaufman's efficiency ratio: |c_t - c_(t-n)| over the sum of the n absolute changes in between, in
 * [0, 1]. 1 is a straight line, near 0 a walk that goes nowhere; 0 where nothing moved. Source: P.
 * J. Kaufman, "Smarter Trading" (1995).
 */
public final class EfficiencyRatio implements Stateful {

  private final Window closes;

  /**
   * @param period n, at least 1
   */
  public EfficiencyRatio(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    closes = new Window(period + 1);
  }

  public void add(double close) {
    closes.add(close);
  }

  /** Whether n changes, n + 1 closes, have been seen. */
  public boolean isReady() {
    return closes.isFull();
  }

  public double value() {
    double path = 0;
    for (int i = 1; i < closes.size(); i++) {
      path += Math.abs(closes.get(i) - closes.get(i - 1));
    }
    return Math.min(1, Ratio.of(Math.abs(closes.newest() - closes.oldest()), path, 0));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    closes.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    closes.load(in);
  }
}

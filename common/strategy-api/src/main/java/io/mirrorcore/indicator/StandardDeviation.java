package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Sample standard deviation (n - 1 in the denominator) of the last n inputs, and their mean.
 *
 * <p>Two passes over the window at each question instead of running sums: those cancel
 * catastrophically where the deviation is small against the mean, and drift. The deviation of a
 * constant series is exactly 0.
 */
public final class StandardDeviation implements Stateful {

  private final Window window;

  /**
   * @param period n, at least 2
   */
  public StandardDeviation(int period) {
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2; have " + period);
    }
    window = new Window(period);
  }

  public void add(double input) {
    window.add(input);
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The mean of the inputs in the window, of which there must be at least one. */
  public double mean() {
    return Sma.mean(window);
  }

  /** The deviation of the inputs in the window, in their units; 0 of a single one. */
  public double value() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < window.size(); i++) {
      double deviation = window.get(i) - mean;
      squares += deviation * deviation;
    }
    return window.size() > 1 ? Math.sqrt(squares / (window.size() - 1)) : 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
  }
}

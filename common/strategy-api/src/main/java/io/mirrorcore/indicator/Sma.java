package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Simple moving average of the last n inputs.
 *
 * <p>Summed afresh over the window, as differences from its oldest input: a running sum would carry
 * the rounding of every price it ever saw (one bar at 1e8 leaves its dust in a series at 1e-8), and
 * a constant series has exactly that constant as its average.
 */
public final class Sma implements Stateful {

  private final Window window;

  /**
   * @param period n, at least 1
   */
  public Sma(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
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
  public double value() {
    return mean(window);
  }

  static double mean(Window window) {
    double origin = window.oldest();
    double sum = 0;
    for (int i = 1; i < window.size(); i++) {
      sum += window.get(i) - origin;
    }
    return origin + sum / window.size();
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

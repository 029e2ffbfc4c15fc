package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where most of the last n inputs lie and how widely, whatever the few others do.
 *
 * <pre>
 *   median  of the inputs, the mean of the middle two where n is even
 *   scale = 1.4826 median |x - median|         the standard deviation where x is Gaussian
 * </pre>
 *
 * <p>Up to half of the inputs can be anything without moving either beyond the rest; the least and
 * greatest input, or a standard deviation, are moved by one. Source: F. R. Hampel, "The influence
 * curve and its role in robust estimation" (1974). O(n log n) per input.
 */
public final class RobustScale implements Stateful {

  /** 1 / N^-1(3/4). */
  private static final double GAUSSIAN = 1.4826;

  private final Window window;
  private final double[] sorted;
  private double median;
  private double scale;

  /**
   * @param period n, at least 1
   */
  public RobustScale(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    window = new Window(period);
    sorted = new double[period];
  }

  public void add(double input) {
    window.add(input);
    measure();
  }

  private void measure() {
    int size = window.size();
    for (int i = 0; i < size; i++) {
      sorted[i] = window.get(i);
    }
    median = medianOf(size);
    for (int i = 0; i < size; i++) {
      sorted[i] = Math.abs(window.get(i) - median);
    }
    scale = GAUSSIAN * medianOf(size);
  }

  private double medianOf(int size) {
    Arrays.sort(sorted, 0, size);
    double below = sorted[(size - 1) / 2];
    return below + 0.5 * (sorted[size / 2] - below);
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The inputs themselves, oldest first; not to be changed. */
  Window window() {
    return window;
  }

  public double median() {
    return median;
  }

  /** In the units of the inputs, at least 0; 0 where more than half of them are the same. */
  public double scale() {
    return scale;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
    if (window.size() > 0) {
      measure();
    }
  }
}

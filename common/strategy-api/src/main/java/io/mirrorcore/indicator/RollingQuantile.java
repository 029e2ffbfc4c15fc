package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Quantiles of the last n inputs, interpolated between order statistics: type 7 of Hyndman and Fan
 * (1996), the default of R and NumPy.
 *
 * <p>Keeps the window a second time in ascending order: a new input costs two binary searches and
 * one shift of at most n numbers, a question costs nothing.
 */
public final class RollingQuantile implements Stateful {

  private final Window window;
  private final double[] ascending;

  /**
   * @param period n, at least 1
   */
  public RollingQuantile(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    window = new Window(period);
    ascending = new double[period];
  }

  public void add(double input) {
    int kept = window.size();
    if (window.isFull()) {
      remove(window.oldest(), kept--);
    }
    insert(input, kept);
    window.add(input);
  }

  private void remove(double value, int size) {
    int at = Arrays.binarySearch(ascending, 0, size, value);
    System.arraycopy(ascending, at + 1, ascending, at, size - at - 1);
  }

  private void insert(double value, int size) {
    int found = Arrays.binarySearch(ascending, 0, size, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(ascending, at, ascending, at + 1, size - at);
    ascending[at] = value;
  }

  /** Inputs in the window, at most n. */
  public int size() {
    return window.size();
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /**
   * The quantile of the inputs in the window, of which there must be at least one.
   *
   * @param probability in [0, 1]
   */
  public double value(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1]; have " + probability);
    }
    if (window.size() == 0) {
      throw new IllegalStateException("no quantile of no inputs");
    }
    double rank = probability * (window.size() - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, window.size() - 1);
    return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
  }

  /** Share of the inputs in the window that are within {@code distance} of {@code centre}. */
  public double shareWithin(double distance, double centre) {
    int within = 0;
    for (int i = 0; i < window.size(); i++) {
      within += Math.abs(ascending[i] - centre) <= distance ? 1 : 0;
    }
    return (double) within / window.size();
  }

  public double median() {
    return value(0.5);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
    for (int i = 0; i < window.size(); i++) {
      ascending[i] = window.get(i);
    }
    Arrays.sort(ascending, 0, window.size());
  }
}

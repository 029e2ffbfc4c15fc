package io.mirrorcore.bench.figure;

import java.util.Arrays;

/** Percentiles of delays, nearest rank: one that was really seen, never a mean of two. */
public final class Percentiles {

  private final double[] sorted;

  /**
   * @param values at least one
   */
  public Percentiles(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values must be at least one; have none");
    }
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /**
   * The least value that so many percent are not above.
   *
   * @param percent in (0, 100]
   */
  public double at(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent must be in (0, 100]; have " + percent);
    }
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}

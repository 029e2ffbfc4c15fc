package io.mirrorcore.study;

import java.util.Arrays;

/**
 * Ranks of values among themselves, equal ones sharing the mean of their places, brought to a mean
 * of 0 and a mean square of 1. The product of two such series has as its mean Spearman's
 * correlation.
 */
final class MidRanks {

  private MidRanks() {}

  /**
   * Of a series.
   *
   * @param values finite
   * @return as many; all 0 where all values are equal
   */
  static double[] standardised(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double middle = (values.length - 1) / 2.0;
    double[] ranks = new double[values.length];
    double squares = 0;
    for (int t = 0; t < values.length; t++) {
      ranks[t] = place(sorted, values[t]) - middle;
      squares += ranks[t] * ranks[t];
    }
    double scale = squares > 0 ? Math.sqrt(squares / values.length) : 1;
    for (int t = 0; t < ranks.length; t++) {
      ranks[t] /= scale;
    }
    return ranks;
  }

  /** Mean of the places, from 0, that hold {@code value}. */
  private static double place(double[] sorted, double value) {
    double key = value + 0.0; // -0.0 sorts below 0.0, to which it is equal
    return (below(sorted, key) + upTo(sorted, key) - 1) / 2.0;
  }

  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int upTo(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

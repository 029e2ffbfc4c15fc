package io.mirrorcore.jobs.report;

import java.util.Arrays;

/**
 * Reduction of a series to fewer points that draw the same line: the first, the last, and the
 * lowest and the highest point of each of equally long stretches between them (the min-max of Jugel
 * et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014, without their two
 * inner points). Every extreme of the series survives, which averaging or taking every k-th point
 * would lose: the bottom of a drawdown above all. The same values give the same points.
 */
final class Thinning {

  private Thinning() {}

  /**
   * Which points of {@code values} to keep, ascending; all of them where they are not more than
   * {@code limit}. NaN is a gap: it is never an extreme, and a stretch of nothing else keeps one.
   *
   * @param limit at least 4
   */
  static int[] keep(double[] values, int limit) {
    int n = values.length;
    if (n <= limit) {
      return upTo(n);
    }
    int buckets = (limit - 2) / 2;
    int[] kept = new int[limit];
    int size = 0;
    kept[size++] = 0;
    for (int b = 0; b < buckets; b++) {
      int from = bound(b, buckets, n);
      int to = bound(b + 1, buckets, n);
      int low = lowest(values, from, to, 1);
      int high = lowest(values, from, to, -1);
      kept[size++] = Math.min(low, high);
      if (low != high) {
        kept[size++] = Math.max(low, high);
      }
    }
    kept[size++] = n - 1;
    return Arrays.copyOf(kept, size);
  }

  /** At most {@code limit} of {@code n} equally spaced rows, the first and the last among them. */
  static int[] spread(int n, int limit) {
    if (n <= limit) {
      return upTo(n);
    }
    int[] kept = new int[limit];
    for (int k = 0; k < limit; k++) {
      kept[k] = (int) ((long) k * (n - 1) / (limit - 1));
    }
    return kept;
  }

  /** Start of stretch {@code b} between the first and the last point, which are in none. */
  private static int bound(int b, int buckets, int n) {
    return 1 + (int) ((long) b * (n - 2) / buckets);
  }

  /** The first index of the smallest {@code sign * value}; {@code from} where all are NaN. */
  private static int lowest(double[] values, int from, int to, int sign) {
    int best = from;
    for (int i = from + 1; i < to; i++) {
      if (sign * values[i] < sign * values[best] || Double.isNaN(values[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int[] upTo(int n) {
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    return all;
  }
}

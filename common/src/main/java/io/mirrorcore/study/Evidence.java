package io.mirrorcore.study;

/**
 * What a figure asks for at least. Below, there is a dash: a number would say more than is known.
 */
final class Evidence {

  /** Bars with a position, or positions other than the most frequent one. */
  static final int LEAST_BARS = 20;

  private Evidence() {}

  /**
   * Whether positions differ often enough to be set against returns: outliers alone do not.
   *
   * @param sorted positions, ascending
   */
  static boolean varies(double[] sorted) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return sorted.length - longest >= LEAST_BARS;
  }
}

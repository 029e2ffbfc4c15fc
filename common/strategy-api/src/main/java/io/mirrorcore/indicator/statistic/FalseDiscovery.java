package io.mirrorcore.indicator.statistic;

/**
 * The procedure of Benjamini &amp; Hochberg (1995): of many tests, which to call discoveries so
 * that the expected share of false ones among them is at most a given rate.
 */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * Replaces each p value by its adjusted one, min over j at or after i of p_j m / j (at most 1):
   * test i is a discovery at rate alpha exactly where that is at most alpha.
   *
   * <p>Values above alpha need not be listed: p_j m / j is at least p_j, so that they change
   * nothing about what is a discovery at alpha, nor its adjusted value.
   *
   * @param p ascending, in [0, 1]
   * @param tests m, all tests that were made, listed or not: at least {@code p.length}
   */
  public static void adjust(double[] p, long tests) {
    double least = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      least = Math.min(least, p[i] * tests / (i + 1));
      p[i] = least;
    }
  }
}

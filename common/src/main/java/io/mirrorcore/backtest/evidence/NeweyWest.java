package io.mirrorcore.backtest.evidence;

/**
 * The variance of a sum whose terms remember each other (Newey &amp; West 1987, lags by their rule
 * of 1994). Bartlett's weights keep it from being negative.
 *
 * <pre>
 *   V = sum_l k_l sum_t psi_t psi_(t-l),   k_l = 1 - |l| / (L + 1),  |l| &lt;= L
 *   L = floor(4 (n/100)^(2/9))
 * </pre>
 */
public final class NeweyWest {

  private NeweyWest() {}

  /**
   * Of the sum of {@code psi}.
   *
   * @param psi terms with a mean of 0
   * @param lags L, 0 or more; lags of the length of the series and above count for nothing
   */
  public static double variance(double[] psi, int lags) {
    double sum = 0;
    for (int lag = 0; lag <= lags; lag++) {
      double product = 0;
      for (int t = lag; t < psi.length; t++) {
        product += psi[t] * psi[t - lag];
      }
      double weight = 1 - (double) lag / (lags + 1);
      sum += lag == 0 ? product : 2 * weight * product;
    }
    return Math.max(0, sum);
  }

  /** L by the rule, below n. */
  public static int lags(int n) {
    return Math.min(n - 1, (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2.0 / 9)));
  }
}

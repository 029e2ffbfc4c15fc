package io.mirrorcore.backtest.evidence;

/**
 * How many independent trials a set of related ones is worth: Bailey and Lopez de Prado, "The
 * Deflated Sharpe Ratio" (2014), appendix A.3, which interpolates between M trials that have
 * nothing in common and M copies of one.
 *
 * <pre>
 *   N = rho + (1 - rho) M,   rho the mean correlation of the trials' returns, in [0, 1]
 * </pre>
 *
 * <p>Chosen over clustering (Lopez de Prado and Lewis 2019), which needs a seed and a number of
 * clusters: this has neither, and the same trials give the same number.
 */
public final class EffectiveTrials {

  private EffectiveTrials() {}

  /**
   * The number.
   *
   * @param returns trials x bars, at least one trial, all of one length
   * @return in [1, trials]
   */
  public static double of(double[][] returns) {
    int m = returns.length;
    if (m < 1) {
      throw new IllegalArgumentException("there must be at least 1 trial; have 0");
    }
    if (m == 1) {
      return 1;
    }
    double[][] correlation = Correlations.of(returns);
    double sum = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < i; j++) {
        sum += correlation[i][j];
      }
    }
    double rho = Math.max(0, Math.min(1, sum / (m * (m - 1) / 2.0)));
    return rho + (1 - rho) * m;
  }
}

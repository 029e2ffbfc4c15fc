package io.mirrorcore.study;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.NeweyWest;
import io.mirrorcore.backtest.evidence.ReturnMoments;

/**
 * A Sharpe ratio a year and where it lies: the interval of Lo (2002), by the delta method with an
 * error that allows for memory, {@link NeweyWest}. With z a bar's standardised return and S the
 * ratio a bar, what the bar does to S is
 *
 * <pre>
 *   psi = z - S/2 (z^2 - 1)
 * </pre>
 *
 * <p>The backtest's bootstrap asks for two thousand resamples of each; a study has hundreds of
 * ratios.
 *
 * @param value as measured
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
public record SharpeEstimate(double value, double low, double high) {

  /** Of the normal distribution, both sides. */
  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * Of returns, bar by bar.
   *
   * @param returns at least two that differ
   * @param barsPerYear above 0
   * @throws IllegalArgumentException where nothing varies, and there is no ratio
   */
  static SharpeEstimate of(double[] returns, double barsPerYear) {
    ReturnMoments moments = ReturnMoments.of(returns);
    if (!(moments.deviation() > 0)) {
      throw new IllegalArgumentException("returns must vary; have a deviation of 0");
    }
    double sharpe = moments.mean() / moments.deviation();
    double[] psi = new double[returns.length];
    for (int t = 0; t < psi.length; t++) {
      double z = (returns[t] - moments.mean()) / moments.deviation();
      psi[t] = z - sharpe / 2 * (z * z - 1);
    }
    double error = Math.sqrt(NeweyWest.variance(psi, NeweyWest.lags(psi.length))) / psi.length;
    double root = Math.sqrt(barsPerYear);
    return new SharpeEstimate(
        FiniteRatio.bounded(sharpe * root),
        FiniteRatio.bounded((sharpe - NORMAL_95 * error) * root),
        FiniteRatio.bounded((sharpe + NORMAL_95 * error) * root));
  }

  /** Whether the interval leaves out 0. */
  public boolean isTold() {
    return low > 0 || high < 0;
  }
}

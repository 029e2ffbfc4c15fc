package io.mirrorcore.backtest.evidence;

import io.mirrorcore.market.option.NormalDistribution;

/**
 * The probability that a Sharpe ratio is above a benchmark, given the length of the track record
 * and the shape of its returns: Bailey and Lopez de Prado, "The Sharpe Ratio Efficient Frontier"
 * (2012), eq. 11.
 *
 * <pre>
 *   PSR(b) = N( (SR - b) sqrt(T - 1) / sqrt(1 - g3 SR + (g4 - 1)/4 SR^2) )
 * </pre>
 *
 * <p>SR and b a bar, never annualised; g4 is the raw kurtosis. Independent returns are assumed: the
 * bootstrap interval beside it makes no such assumption.
 */
final class ProbabilisticSharpeRatio {

  private ProbabilisticSharpeRatio() {}

  /**
   * The probability.
   *
   * @param moments of the returns
   * @param benchmark Sharpe ratio a bar
   * @return in [0, 1]; 0.5 of a single return
   */
  static double of(ReturnMoments moments, double benchmark) {
    return of(moments.sharpe(), moments.count(), moments.skewness(), moments.kurtosis(), benchmark);
  }

  /** As above, of moments from elsewhere. */
  static double of(double sharpe, int count, double skewness, double kurtosis, double benchmark) {
    double excess = (sharpe - benchmark) * Math.sqrt(count - 1.0);
    double spread = Math.sqrt(spread(sharpe, skewness, kurtosis));
    return excess == 0 ? 0.5 : NormalDistribution.cdf(excess / spread);
  }

  /**
   * T times the variance of an estimated Sharpe ratio (Mertens 2002): at least 0, because kurtosis
   * is at least 1 + skewness^2.
   */
  static double spread(double sharpe, double skewness, double kurtosis) {
    return Math.max(0, 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe);
  }
}

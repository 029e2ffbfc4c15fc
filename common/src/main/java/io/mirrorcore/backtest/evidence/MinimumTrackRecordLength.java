package io.mirrorcore.backtest.evidence;

/**
 * How many bars a track record must have for its Sharpe ratio to be above a benchmark with a given
 * probability: Bailey and Lopez de Prado (2012), eq. 13.
 *
 * <pre>
 *   T* = 1 + (1 - g3 SR + (g4 - 1)/4 SR^2) (Z[level] / (SR - b))^2
 * </pre>
 */
final class MinimumTrackRecordLength {

  /** Of whole bars that a JSON number can hold exactly. */
  private static final double MOST = 1L << 53;

  private MinimumTrackRecordLength() {}

  /**
   * The length.
   *
   * @param moments of the returns
   * @param benchmark Sharpe ratio a bar
   * @param level probability, in (0.5, 1)
   * @return bars, rounded up; null where no length would do, because the ratio is not above the
   *     benchmark
   */
  static Long of(ReturnMoments moments, double benchmark, double level) {
    double bars = of(moments.sharpe(), moments.skewness(), moments.kurtosis(), benchmark, level);
    return bars < MOST ? (long) Math.ceil(bars) : null;
  }

  /** As above, of moments from elsewhere, not rounded; infinite where no length would do. */
  static double of(
      double sharpe, double skewness, double kurtosis, double benchmark, double level) {
    if (!(sharpe > benchmark)) {
      return Double.POSITIVE_INFINITY;
    }
    double quantile = DeflatedSharpeRatio.upperQuantile(1 - level) / (sharpe - benchmark);
    return 1 + ProbabilisticSharpeRatio.spread(sharpe, skewness, kurtosis) * quantile * quantile;
  }
}

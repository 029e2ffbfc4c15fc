package io.mirrorcore.backtest.evidence;

/**
 * Where an annualised Sharpe ratio lies.
 *
 * @param low lower end
 * @param high upper end, at least low; both the same where the returns do not vary
 * @param level probability that an interval made this way holds the true ratio
 */
public record SharpeInterval(double low, double high, double level) {

  private static final double LEVEL = 0.95;
  private static final double Z = 1.959963984540054; // of the normal distribution, both sides

  /**
   * Of returns that are a part of a series, which no resampling of neighbours can know: by the
   * standard error of Mertens (2002), for returns that are independent of one another.
   *
   * @param moments of two returns or more
   */
  public static SharpeInterval of(ReturnMoments moments, double barsPerYear) {
    double sharpe = moments.sharpe();
    double spread = ProbabilisticSharpeRatio.spread(sharpe, moments.skewness(), moments.kurtosis());
    boolean varies = moments.deviation() > 0;
    double error = varies ? Z * Math.sqrt(spread / (moments.count() - 1)) : 0;
    double root = Math.sqrt(barsPerYear);
    return new SharpeInterval(
        FiniteRatio.bounded((sharpe - error) * root),
        FiniteRatio.bounded((sharpe + error) * root),
        LEVEL);
  }
}

package io.mirrorcore.profile;

import java.util.Arrays;

/**
 * What holding the market is expected to earn: an annual Sharpe ratio of 0.4, held as firmly as 25
 * years of returns would hold it (a century of equity premia has 0.3 to 0.5; Dimson, Marsh &amp;
 * Staunton 2002), and what was observed besides.
 *
 * <pre>
 *   p_H = (25 * 0.4 + T s_H) / (25 + T)
 * </pre>
 */
final class MarketPrior {

  private static final double YEARS = 25;
  private static final double SHARPE = 0.4;

  private MarketPrior() {}

  /**
   * p_H.
   *
   * @param returns of holding the market, a period each, 2 or more
   */
  static double posterior(double[] returns, TimeScale scale) {
    return posterior(sharpe(returns, scale), scale.years(returns.length));
  }

  /**
   * p_H.
   *
   * @param sharpe observed, annual
   * @param years it was observed for
   */
  static double posterior(double sharpe, double years) {
    return (YEARS * SHARPE + years * sharpe) / (YEARS + years);
  }

  /** Annual Sharpe ratio, the deviation divided by n; 0 where nothing ever changed. */
  static double sharpe(double[] returns, TimeScale scale) {
    if (Arrays.stream(returns).allMatch(r -> r == returns[0])) {
      return 0;
    }
    double mean = Arrays.stream(returns).sum() / returns.length;
    double squares = 0;
    for (double r : returns) {
      squares += (r - mean) * (r - mean);
    }
    double deviation = Math.sqrt(squares / returns.length);
    return deviation > 0 ? mean / deviation * Math.sqrt(scale.periodsPerYear()) : 0;
  }
}

package io.mirrorcore.backtest.evidence;

import io.mirrorcore.market.option.NormalDistribution;

/**
 * The probability that a Sharpe ratio is above what the best of so many worthless trials would
 * show: Bailey and Lopez de Prado, "The Deflated Sharpe Ratio" (2014).
 *
 * <pre>
 *   DSR = PSR(SR0),   SR0 = sqrt(V) ((1 - g) Z[1 - 1/N] + g Z[1 - 1/(N e)])
 * </pre>
 *
 * <p>N trials whose Sharpe ratios a bar have variance V; g the Euler-Mascheroni constant, Z the
 * normal quantile. One trial has SR0 = 0: DSR is then PSR(0). SR0 is never below 0, which the
 * approximation would be for fewer than some 1.6 trials.
 */
public final class DeflatedSharpeRatio {

  /** Beyond this the normal tail is below the least double. */
  private static final double FARTHEST = 40;

  private static final double EULER_MASCHERONI = 0.5772156649015329;

  private DeflatedSharpeRatio() {}

  /**
   * The probability.
   *
   * @param moments of the returns of the trial that was chosen
   * @param trials that it was chosen from
   * @return in [0, 1]
   */
  public static double of(ReturnMoments moments, Trials trials) {
    return ProbabilisticSharpeRatio.of(moments, benchmark(trials));
  }

  /** SR0, the Sharpe ratio a bar that the best of the trials is expected to show by luck alone. */
  static double benchmark(Trials trials) {
    double n = trials.count();
    double expected =
        (1 - EULER_MASCHERONI) * upperQuantile(1 / n)
            + EULER_MASCHERONI * upperQuantile(1 / (n * Math.E));
    return Math.max(0, expected) * Math.sqrt(trials.sharpeVariance());
  }

  /**
   * z with 1 - N(z) = tail, by halving, in the lower tail, where N loses no digits however small
   * the tail is.
   */
  static double upperQuantile(double tail) {
    double low = -FARTHEST;
    double high = FARTHEST;
    for (double middle = 0; low < middle && middle < high; middle = (low + high) / 2) {
      if (NormalDistribution.cdf(middle) < tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return -high;
  }
}

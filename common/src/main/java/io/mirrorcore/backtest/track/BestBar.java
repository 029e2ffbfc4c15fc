package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Capital;
import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import java.util.Arrays;

/**
 * The bar on which most of a track hangs. One wrong price makes a fortune in one bar and loses it
 * in the next, or makes one that was never to be had: a result that goes with its best bar should
 * be looked at in the data first.
 *
 * @param time its close, epoch milliseconds
 * @param value simple return over it
 * @param totalReturnWithout of all other bars, at least -1
 * @param sharpeWithout annualised Sharpe ratio of all other bars
 */
public record BestBar(long time, double value, double totalReturnWithout, double sharpeWithout) {

  /**
   * Of at least one bar; of equal ones the first.
   *
   * @param returns net, by bar
   * @param times of the bars
   */
  public static BestBar of(double[] returns, long[] times, double barsPerYear) {
    int best = 0;
    for (int t = 1; t < returns.length; t++) {
      best = returns[t] > returns[best] ? t : best;
    }
    double[] others = Arrays.copyOf(returns, returns.length - 1);
    System.arraycopy(returns, best + 1, others, best, others.length - best);
    double value = 1;
    for (double x : others) {
      value = Math.min(Capital.LARGEST, value * (1 + x));
    }
    double sharpe =
        others.length == 0 ? 0 : ReturnMoments.of(others).sharpe() * Math.sqrt(barsPerYear);
    return new BestBar(times[best], returns[best], value - 1, FiniteRatio.bounded(sharpe));
  }
}

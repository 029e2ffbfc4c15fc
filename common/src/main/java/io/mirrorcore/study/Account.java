package io.mirrorcore.study;

import java.util.Arrays;

/**
 * What a strategy earned on the capital of its portfolio, as the ledger counts it.
 *
 * @param gross Sharpe ratio before cost; null where it was hardly ever in a position
 * @param net the same after cost; null with it
 * @param annualReturn mean net return a year, simple; null with it
 * @param annualTurnover value traded in a year, in capitals
 * @param breakEvenCost cost, as a share of the traded value, at which all gains are spent; below 0
 *     where there are none to spend; null where hardly anything was held or nothing traded
 */
public record Account(
    SharpeEstimate gross,
    SharpeEstimate net,
    Double annualReturn,
    double annualTurnover,
    Double breakEvenCost) {

  /**
   * Of the bars of one symbol or of all together.
   *
   * @param gross return before cost by bar
   * @param paid cost by bar
   * @param traded value traded, all bars together
   * @param heldBars bars with a position
   * @param barsPerYear above 0
   */
  static Account of(
      double[] gross, double[] paid, double traded, long heldBars, double barsPerYear) {
    double turnover = traded * barsPerYear / Math.max(1, gross.length);
    double[] net = new double[gross.length];
    for (int t = 0; t < net.length; t++) {
      net[t] = gross[t] - paid[t];
    }
    if (heldBars < Evidence.LEAST_BARS || isConstant(gross) || isConstant(net)) {
      return new Account(null, null, null, turnover, null);
    }
    return new Account(
        SharpeEstimate.of(gross, barsPerYear),
        SharpeEstimate.of(net, barsPerYear),
        Arrays.stream(net).sum() / net.length * barsPerYear,
        turnover,
        traded > 0 ? Arrays.stream(gross).sum() / traded : null);
  }

  private static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}

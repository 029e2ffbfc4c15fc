package io.mirrorcore.paper;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account at a close, before what is decided there is traded.
 *
 * @param portfolio name of the portfolio
 * @param time the close, epoch milliseconds
 * @param cash money that is in no position; below 0 is borrowed
 * @param holdings units by symbol, sorted; above 0 long, below 0 short, absent means 0
 * @param equity cash and what the holdings are worth
 * @param profit equity less the capital that it began with
 * @param expected profit of the account that the backtest keeps: filled at the close, at the
 *     backtest's costs, without limits
 * @param gap what made the difference: profit = expected + its sum
 * @param costs that were paid so far, without slippage, money
 * @param slippage that was paid so far, money
 * @param halted whether the kill switch is on
 */
public record PaperAccount(
    String portfolio,
    long time,
    double cash,
    Map<String, Double> holdings,
    double equity,
    double profit,
    double expected,
    Gap gap,
    double costs,
    double slippage,
    boolean halted) {

  /**
   * Realised profit less expected profit, by cause: each is what changes when one more thing is as
   * it really is, in this order.
   *
   * @param delay orders are filled at the next price and not at the close
   * @param costs real costs and slippage, instead of the backtest's
   * @param lots whole lots, and no trades below the least
   * @param bands price bands, the cap on orders, and the kill switch
   */
  public record Gap(double delay, double costs, double lots, double bands) {}

  public PaperAccount {
    SortedMap<String, Double> sorted = new TreeMap<>(holdings);
    holdings = Collections.unmodifiableSortedMap(sorted);
  }
}

package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * What an execution system trades to: the strategies' exposures, weighted and netted, P_{s,t} =
 * sum_k w_k q_{k,s,t}, by way of the no-trade band where there is one. Strategies that disagree
 * cancel before they cost anything.
 *
 * @param portfolio name of the portfolio
 * @param time the close at which they were decided, epoch milliseconds
 * @param positions share of the capital, signed, by symbol, sorted
 * @param gross sum of the absolute positions
 * @param net sum of the positions
 * @param slots rule by which the strategies share the capital out among the symbols: alive, present
 *     or deployed
 * @param prices last close of every symbol that is named, at which it was decided, sorted; null in
 *     records of earlier releases
 * @param scale by which the positions were scaled besides the weights, in [0, 1]; null where they
 *     are not sized
 */
public record TargetPositions(
    String portfolio,
    long time,
    Map<String, Double> positions,
    double gross,
    double net,
    String slots,
    Map<String, Double> prices,
    Double scale) {

  public TargetPositions {
    positions = ByName.numbers(positions);
    gross = ByName.finite("gross", gross);
    net = ByName.finite("net", net);
    prices = prices == null ? null : ByName.numbers(prices);
  }

  /** Of a book that is not sized. */
  public TargetPositions(
      String portfolio,
      long time,
      Map<String, Double> positions,
      double gross,
      double net,
      String slots,
      Map<String, Double> prices) {
    this(portfolio, time, positions, gross, net, slots, prices, null);
  }

  /** Without prices. */
  public TargetPositions(
      String portfolio,
      long time,
      Map<String, Double> positions,
      double gross,
      double net,
      String slots) {
    this(portfolio, time, positions, gross, net, slots, null);
  }

  /** The same, of exposures that were sized by this rule. */
  public TargetPositions withSlots(String rule) {
    return new TargetPositions(portfolio, time, positions, gross, net, rule, prices, scale);
  }

  /** The same, of a book that was scaled by this much. */
  public TargetPositions withScale(double times) {
    return new TargetPositions(portfolio, time, positions, gross, net, slots, prices, times);
  }
}

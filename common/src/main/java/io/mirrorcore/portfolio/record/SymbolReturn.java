package io.mirrorcore.portfolio.record;

/**
 * One symbol at one close t. Nobody may change the array.
 *
 * @param symbol its name
 * @param value r_{s,t}, simple return since the symbol's previous close; 0 for one without a bar
 *     now or before
 * @param cost of trading it, share of the traded value
 * @param move |r_{s,t}| in standard deviations of its earlier returns; 0 where unknown
 * @param silent bars of its own sessions that it has missed since its last one; 0 for one that has
 *     a bar now
 * @param slot a_{s,t}, share of the capital that a position of 1 in it takes from t on: what
 *     holding the market holds of it; 0 once it is given up
 * @param price its last close, positive; 0 where it is not known
 * @param exposures q_{k,s,t} by strategy, share of the capital, decided at t and held from t on
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place by one consumer
public record SymbolReturn(
    String symbol,
    double value,
    double cost,
    double move,
    int silent,
    double slot,
    double price,
    double[] exposures) {

  /** One whose slot and price are of no interest. */
  public SymbolReturn(
      String symbol, double value, double cost, double move, int silent, double[] exposures) {
    this(symbol, value, cost, move, silent, 0, 0, exposures);
  }

  void check(int strategies, long time) {
    BarReturns.length("exposures to " + symbol, exposures.length, strategies);
    BarReturns.finite("return of " + symbol, value, time);
  }

  /** The same symbol at the same close with other exposures. */
  public SymbolReturn withExposures(double[] others) {
    return new SymbolReturn(symbol, value, cost, move, silent, slot, price, others);
  }

  /** The same symbol with its slot and its last close. */
  public SymbolReturn sized(double share, double close) {
    return new SymbolReturn(symbol, value, cost, move, silent, share, close, exposures);
  }
}

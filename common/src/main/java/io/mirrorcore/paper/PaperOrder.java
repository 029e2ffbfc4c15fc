package io.mirrorcore.paper;

/**
 * What became of an order: a record when it is sent, and one more when it ends without a fill.
 *
 * @param portfolio name of the portfolio
 * @param time close at which it was sent or ended, epoch milliseconds
 * @param order its number: 1, 2, 3 ... of the portfolio
 * @param symbol what is traded
 * @param quantity units of the symbol: above 0 is bought, below 0 sold
 * @param price at which it was decided, above 0
 * @param state what happened
 */
public record PaperOrder(
    String portfolio,
    long time,
    long order,
    String symbol,
    double quantity,
    double price,
    State state) {

  /** What can happen to an order, besides a fill. */
  public enum State {
    /** It is on its way. */
    SENT,
    /** Taken back before it was filled: newer positions took its place. */
    REPLACED,
    /** The next price was further from the decided one than the price band allows. */
    OUTSIDE_BAND,
    /** Taken back by the kill switch. */
    HALTED
  }

  /** The same order at its end. */
  PaperOrder ended(long when, State how) {
    return new PaperOrder(portfolio, when, order, symbol, quantity, price, how);
  }
}

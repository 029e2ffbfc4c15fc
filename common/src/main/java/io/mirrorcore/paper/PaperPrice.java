package io.mirrorcore.paper;

/**
 * A price at which can be traded: a bar's open, or a quote.
 *
 * @param symbol what it is of
 * @param time the bar's close, or the quote's time, epoch milliseconds
 * @param ask that a buyer pays, above 0
 * @param bid that a seller gets, above 0
 */
public record PaperPrice(String symbol, long time, double ask, double bid) {

  /** A price at which can be bought and sold. */
  public static PaperPrice of(String symbol, long time, double price) {
    return new PaperPrice(symbol, time, price, price);
  }

  double of(double quantity) {
    return quantity > 0 ? ask : bid;
  }
}

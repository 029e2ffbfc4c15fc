package io.mirrorcore.market.tick;

/**
 * One event of a symbol's trade and quote feed.
 *
 * @param symbol the venue's name of the instrument
 * @param time epoch milliseconds, event time of the venue
 * @param type trade or quote
 * @param price price of a trade, positive; 0 for a quote
 * @param size size of a trade, positive; 0 for a quote
 * @param aggressor who took liquidity, UNKNOWN where the venue does not say and for a quote
 * @param bids best first: price, size, price, size, ... of up to {@value #MAX_LEVELS} levels; empty
 *     for a trade. A quote replaces all levels of the book.
 * @param asks likewise
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays: a book is read level by level, hot
public record Tick(
    String symbol,
    long time,
    TickType type,
    double price,
    double size,
    Aggressor aggressor,
    double[] bids,
    double[] asks) {

  /** Levels of a book that a quote may carry on each side. */
  public static final int MAX_LEVELS = 10;

  private static final double[] NO_LEVELS = {};

  public static Tick trade(
      String symbol, long time, double price, double size, Aggressor aggressor) {
    return new Tick(symbol, time, TickType.TRADE, price, size, aggressor, NO_LEVELS, NO_LEVELS);
  }

  public static Tick quote(String symbol, long time, double[] bids, double[] asks) {
    return new Tick(symbol, time, TickType.QUOTE, 0, 0, Aggressor.UNKNOWN, bids, asks);
  }

  /** Whether both sides of a quote have at least one level: a mid and a spread exist. */
  public boolean isTwoSided() {
    return bids.length > 0 && asks.length > 0;
  }

  /** Midpoint of the best bid and ask of a two-sided quote. */
  public double mid() {
    return 0.5 * (bids[0] + asks[0]);
  }

  /** Best ask less best bid of a two-sided quote, in price units. */
  public double spread() {
    return asks[0] - bids[0];
  }
}

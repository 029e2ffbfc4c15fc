package io.mirrorcore.market.tick;

/**
 * The trades and quotes of one symbol up to the close of one bar, summarised in bounded memory.
 *
 * <p>Book figures cover the bar's own interval only, weighted by the time that each book stood from
 * the first quote inside the bar to its close (a book left over from before a night or a halt is no
 * part of this bar). Trades and spreads are the newest ones since the symbol's previous bar, oldest
 * first, so that a strategy's window over trades sees every one.
 */
public interface TickBar {

  /** No trade and no quote. */
  TickBar EMPTY = new TickFold(0, 0);

  /** Quotes inside the bar's own interval. */
  int quotes();

  /** Whether a two-sided quote fell inside the bar. */
  boolean hasBook();

  /**
   * Time-weighted (bid - ask) / (bid + ask) of the sizes in the first {@code levels} levels.
   *
   * @param levels 1 to {@value Tick#MAX_LEVELS}
   * @return in [-1, 1]; 0 without a book
   */
  double imbalance(int levels);

  /** Time-weighted sum of the sizes in the first {@code levels} levels of both sides. */
  double depth(int levels);

  /** Time-weighted (ask - bid) / mid; 0 without a book. */
  double relativeSpread();

  /**
   * Time-weighted ask - bid, in price units; 0 without a book, and where the fold was not told to
   * keep it.
   */
  double absoluteSpread();

  /** Trades since the symbol's previous bar, at most the fold's trade capacity. */
  int trades();

  /**
   * Size of trade {@code i}: positive for an aggressive buyer, negative for a seller, 0 if unknown.
   */
  double signedSize(int i);

  /** Midpoint that trade {@code i} met: of the newest strictly earlier quote, or NaN if none. */
  double mid(int i);

  /** Quotes' spreads since the symbol's previous bar, at most the fold's quote capacity. */
  int spreads();

  /** Absolute spread, in price units, of two-sided quote {@code i}. */
  double spread(int i);
}

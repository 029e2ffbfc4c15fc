package io.mirrorcore.backtest.account;

/** What a track's return is made of. */
public enum Accounting {
  /** Of the positions it holds of each symbol, as the live job trades them: one book. */
  NETTED,
  /**
   * Of the strategies' own returns by the weights in force, where the symbols are not known; so
   * does a live job without prices.
   */
  OF_RETURNS,
  /**
   * As the first release judged: every strategy is a fund of its own, which pays for its own trades
   * and in which a stake drifts with what it earns.
   */
  BY_STRATEGY
}

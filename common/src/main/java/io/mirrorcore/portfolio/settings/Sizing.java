package io.mirrorcore.portfolio.settings;

/** By what net positions are scaled besides their weights. */
public enum Sizing {
  /** By nothing. */
  NONE,
  /** By how orderly the market's returns are ({@link io.mirrorcore.portfolio.book.MarketScale}). */
  ENTROPY
}

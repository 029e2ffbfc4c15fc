package io.mirrorcore.portfolio.book;

/** By what net positions are scaled besides their weights. */
public enum Sizing {
  /** By nothing. */
  NONE,
  /** By how orderly the market's returns are ({@link MarketScale}). */
  ENTROPY
}

package io.mirrorcore.market.tick;

/** The side that took liquidity, where the venue says it. */
public enum Aggressor {
  BUY,
  SELL,
  UNKNOWN
}

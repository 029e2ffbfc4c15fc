package io.mirrorcore.market.tick;

/** The two kinds of tick: a trade, or the new levels of the order book. */
public enum TickType {
  TRADE,
  QUOTE
}

package io.mirrorcore.market.tick;

/** What a tick tells: a trade, or the new levels of the order book. */
public enum TickType {
  TRADE,
  QUOTE
}

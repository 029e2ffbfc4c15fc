package io.mirrorcore.signal;

/**
 * The event that a strategy reports at a bar's close; its exposure from there on is {@link
 * Signal#position()}.
 */
public enum Action {
  STRONG_BUY,
  BUY,
  HOLD,
  SELL,
  STRONG_SELL;

  /** +1 for the two buys, -1 for the two sells, 0 for HOLD. */
  public int direction() {
    return switch (this) {
      case STRONG_BUY, BUY -> 1;
      case HOLD -> 0;
      case SELL, STRONG_SELL -> -1;
    };
  }
}

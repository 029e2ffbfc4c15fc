package io.mirrorcore.power;

import java.util.Optional;

/** One allocator over all markets. */
public final class AllocatorPower {

  private final String name;
  private final SharpeSpread sharpe;
  private final DifferencePower toEqual;
  private final DifferencePower toMarket;

  AllocatorPower(
      String name, SharpeSpread sharpe, DifferencePower toEqual, DifferencePower toMarket) {
    this.name = name;
    this.sharpe = sharpe;
    this.toEqual = toEqual;
    this.toMarket = toMarket;
  }

  public String name() {
    return name;
  }

  /** Its annual Sharpe ratio. */
  public SharpeSpread sharpe() {
    return sharpe;
  }

  /** Against 1/N; empty for 1/N itself. */
  public Optional<DifferencePower> toEqual() {
    return Optional.ofNullable(toEqual);
  }

  /** Against HOLD; empty for HOLD itself and where there is none. */
  public Optional<DifferencePower> toMarket() {
    return Optional.ofNullable(toMarket);
  }
}

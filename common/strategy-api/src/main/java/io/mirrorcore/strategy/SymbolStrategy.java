package io.mirrorcore.strategy;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;

/** A strategy that looks at one symbol at a time. */
public non-sealed interface SymbolStrategy extends Strategy {

  @Override
  default Input input() {
    return Input.PRICES;
  }

  /** A fresh machine for one symbol. */
  Machine machine(Parameters parameters);

  /** Signed trades that {@code MarketBar.ticks} must hold for a machine with these parameters. */
  default int tradeCapacity(Parameters parameters) {
    return 0;
  }

  /** Spreads that {@code MarketBar.ticks} must hold for a machine with these parameters. */
  default int quoteCapacity(Parameters parameters) {
    return 0;
  }

  /** Whether {@code MarketBar.ticks} must hold the average spread in price units. */
  default boolean needsAbsoluteSpread(Parameters parameters) {
    return false;
  }

  /** The strategy at work on one symbol: fed every bar once, in order of time. */
  interface Machine extends Stateful {

    /**
     * The signal at the close of {@code bar}. Looks at nothing later, reads no clock, draws no
     * random number. The bar is valid (positive prices, high at least low); volume may be 0.
     */
    Signal onBar(MarketBar bar);
  }
}

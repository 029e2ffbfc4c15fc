package io.mirrorcore.strategy.kit;

import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.MarketBar;

/** One symbol's invented but valid bars; the same seed, the same market. */
public interface Market {

  /** Least price. */
  double LOWEST = 1e-8;

  /** Greatest price. */
  double HIGHEST = 1e8;

  /** The next bar with the ticks and options before it. */
  MarketBar next();

  /** The next bar alone, closing at {@code time}. */
  Bar bar(long time);

  /** Another future from here on. */
  void diverge(long seed);
}

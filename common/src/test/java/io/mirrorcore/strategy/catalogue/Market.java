package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.MarketBar;

/** One symbol's invented but valid bars; the same seed, the same market. */
interface Market {

  double LOWEST = 1e-8;
  double HIGHEST = 1e8;

  /** The next bar with the ticks and options before it. */
  MarketBar next();

  /** The next bar alone, closing at {@code time}. */
  Bar bar(long time);

  /** Another future from here on. */
  void diverge(long seed);
}

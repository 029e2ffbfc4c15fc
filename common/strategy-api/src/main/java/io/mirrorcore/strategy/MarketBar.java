package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.TickBar;

/**
 * Everything that a single-symbol strategy sees at the close of one bar.
 *
 * @param bar the bar itself
 * @param ticks the trades and quotes up to its close; {@link TickBar#EMPTY} where there is no feed
 * @param options the option prints up to its close; {@link OptionBar#EMPTY} where there is no feed
 */
public record MarketBar(Bar bar, TickBar ticks, OptionBar options) {

  /** A bar of a symbol that has neither ticks nor options. */
  public static MarketBar of(Bar bar) {
    return new MarketBar(bar, TickBar.EMPTY, OptionBar.EMPTY);
  }
}

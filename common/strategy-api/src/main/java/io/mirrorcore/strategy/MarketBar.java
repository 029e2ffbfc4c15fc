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
 * @param dayEnd epoch milliseconds of the midnight that ends the bar's day where it is traded; a
 *     bar that closes at midnight belongs to the day that ends
 */
public record MarketBar(Bar bar, TickBar ticks, OptionBar options, long dayEnd) {

  private static final long DAY_MS = 86_400_000;

  /** A bar of a venue whose days are those of UTC. */
  public MarketBar(Bar bar, TickBar ticks, OptionBar options) {
    this(bar, ticks, options, -Math.floorDiv(-bar.time(), DAY_MS) * DAY_MS);
  }

  /** A bar of a symbol that has neither ticks nor options. */
  public static MarketBar of(Bar bar) {
    return new MarketBar(bar, TickBar.EMPTY, OptionBar.EMPTY);
  }
}

/**
 * What a strategy is: the contract that the nineteen of the product and those of a user's own jar
 * are written against, and what strategies have in common. Start with {@link
 * io.mirrorcore.strategy.Strategy}; the strategies themselves are in {@code strategy.price}, {@code
 * strategy.flow} and {@code strategy.cross} of the module above. This module knows neither returns
 * nor weights.
 *
 * <p>A signal's <em>action</em> is the event of its bar and its <em>position</em> the exposure from
 * there on. A latched strategy says BUY or SELL on the bar of entry, then HOLD with the position it
 * keeps, and HOLD with position 0 and label EXIT on the bar of a named exit. A level strategy says
 * BUY or SELL on every bar on which its condition holds, and its position is 0 on HOLD. Before its
 * warm-up is over a strategy says {@link io.mirrorcore.signal.Signal#WARMUP} and takes no position.
 */
package io.mirrorcore.strategy;

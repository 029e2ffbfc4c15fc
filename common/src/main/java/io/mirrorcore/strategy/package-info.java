/**
 * The trading strategies, one file each, and what they have in common. Start with {@link
 * io.mirrorcore.strategy.Strategy} and {@link io.mirrorcore.strategy.Catalogue}; {@link
 * io.mirrorcore.strategy.UtBot} is a good first one to read. Indicators that more than one strategy
 * could use live in {@code indicator}; returns and weights in {@code portfolio}.
 *
 * <p>A signal's <em>action</em> is the event of its bar and its <em>position</em> the exposure from
 * there on. A latched strategy says BUY or SELL on the bar of entry, then HOLD with the position it
 * keeps, and HOLD with position 0 and label EXIT on the bar of a named exit. A level strategy says
 * BUY or SELL on every bar on which its condition holds, and its position is 0 on HOLD. Before its
 * warm-up is over a strategy says {@link io.mirrorcore.signal.Signal#WARMUP} and takes no position.
 */
package io.mirrorcore.strategy;

/**
 * The trading strategies, one file each, and what they have in common. Start with {@link
 * io.mirrorcore.strategy.Strategy} and {@link io.mirrorcore.strategy.Catalogue}; {@link
 * io.mirrorcore.strategy.UtBot} is a good first one to read. Indicators that more than one strategy
 * could use live in {@code indicator}; returns and weights in {@code portfolio}.
 */
package io.mirrorcore.strategy;

/**
 * What arrives from a venue: {@link io.mirrorcore.market.Bar}, where to start, the grid and spacing
 * of bars, patterns of symbols. Trades and quotes are in {@code tick}, options in {@code option}.
 * No indicator and no opinion of a strategy belongs here.
 */
package io.mirrorcore.market;

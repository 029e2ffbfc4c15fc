/**
 * What arrives from a venue and how one bar sums it up: {@link io.mirrorcore.market.Bar}, {@link
 * io.mirrorcore.market.Tick}, {@link io.mirrorcore.market.OptionPrint}, the folds that gather ticks
 * and option prints per bar, the trade classifier and Black-Scholes. Start with {@link
 * io.mirrorcore.market.MarketBar}. No indicator and no opinion of a strategy belongs here.
 */
package io.mirrorcore.market;

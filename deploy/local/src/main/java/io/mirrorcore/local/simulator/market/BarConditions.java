package io.mirrorcore.local.simulator.market;

/**
 * The conditions in one bar of one instrument, fixed before any quote or trade is drawn.
 *
 * @param open epoch milliseconds at which the bar opens
 * @param logFrom logarithm of the value at the open
 * @param logTo logarithm of the value at the close
 * @param sigma volatility of this bar, positive
 * @param regime the market's regime
 * @param flowSide +1 while a large buyer is at work, -1 while a large seller is, else 0
 */
public record BarConditions(
    long open, double logFrom, double logTo, double sigma, MarketRegime regime, int flowSide) {}

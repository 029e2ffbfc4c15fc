package io.mirrorcore.portfolio.record;

/**
 * A change of one weight that is worth a trade.
 *
 * @param strategy id
 * @param from weight before, in [0, 1]
 * @param to weight after, in [0, 1]
 */
public record WeightTrade(String strategy, double from, double to) {}

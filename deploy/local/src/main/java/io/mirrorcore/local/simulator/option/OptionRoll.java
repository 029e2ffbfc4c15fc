package io.mirrorcore.local.simulator.option;

import java.util.List;

/**
 * The event that options of one underlying have expired and new ones were listed in their place.
 *
 * @param symbol the underlying
 * @param time open of the bar in which the new ones first trade, epoch milliseconds
 * @param expired expiries that are gone, epoch milliseconds, rising; empty when a market begins
 * @param listed expiries that are new, epoch milliseconds, rising; empty when what comes next
 *     traded already
 */
public record OptionRoll(String symbol, long time, List<Long> expired, List<Long> listed) {}

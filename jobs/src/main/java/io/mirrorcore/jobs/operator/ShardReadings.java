package io.mirrorcore.jobs.operator;

import io.mirrorcore.strategy.PairReading;
import java.util.List;

/**
 * The findings of one shard for one strategy at one close.
 *
 * @param portfolio key
 * @param time epoch milliseconds of the close
 * @param strategy id
 * @param readings never empty
 */
public record ShardReadings(
    String portfolio, long time, String strategy, List<PairReading> readings) {}

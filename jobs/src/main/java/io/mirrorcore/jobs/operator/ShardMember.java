package io.mirrorcore.jobs.operator;

import io.mirrorcore.market.Bar;

/**
 * A symbol's bar on its way to one of the shards that share a portfolio's pairs.
 *
 * @param key of the shard, chosen so that the shards spread evenly over subtasks
 * @param portfolio the portfolio
 * @param shard in [0, shards)
 * @param bar the bar
 */
public record ShardMember(String key, String portfolio, int shard, Bar bar) {}

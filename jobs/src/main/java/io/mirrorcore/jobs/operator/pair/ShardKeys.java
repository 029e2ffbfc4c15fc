package io.mirrorcore.jobs.operator.pair;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Keys under which the shards of a portfolio spread evenly over subtasks.
 *
 * <p>Flink places a key by its hash: of eight arbitrary keys, five may well land on one of two
 * subtasks. So each shard's key is the first of {@code portfolio/shard/0, /1, ...} whose key group
 * is in the range that an even spread gives to that shard. It depends on the portfolio, the number
 * of shards and the maximum parallelism, all of which are fixed for the life of a state.
 */
final class ShardKeys {

  private ShardKeys() {}

  /**
   * The keys of a portfolio's shards, by shard.
   *
   * @param maxParallelism number of key groups
   */
  static String[] of(String portfolio, int shards, int maxParallelism) {
    String[] keys = new String[shards];
    for (int shard = 0; shard < shards; shard++) {
      int group = (int) ((2L * shard + 1) * maxParallelism / (2L * shards));
      keys[shard] = key(portfolio + "/" + shard + "/", group, maxParallelism);
    }
    return keys;
  }

  private static String key(String prefix, int group, int maxParallelism) {
    int attempt = 0;
    while (KeyGroupRangeAssignment.assignToKeyGroup(prefix + attempt, maxParallelism) != group) {
      attempt++;
    }
    return prefix + attempt;
  }
}

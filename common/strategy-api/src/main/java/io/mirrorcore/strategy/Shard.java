package io.mirrorcore.strategy;

/**
 * One of several equal parts of a portfolio's pairs.
 *
 * @param index in [0, count)
 * @param count parts there are, at least 1
 */
public record Shard(int index, int count) {

  public Shard {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("shard must be in [0, " + count + "); have " + index);
    }
  }

  /** Whether the pair, in order of name, belongs here; a symbol by itself is a pair with itself. */
  public boolean owns(String first, String second) {
    return PairStrategy.shardOf(first, second, count) == index;
  }
}

package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.util.List;

/**
 * A strategy that looks at every pair of a portfolio's symbols: 500 symbols are 124,750 pairs, too
 * many for one machine to get through between two closes of short bars.
 *
 * <p>So the pairs are divided among <em>shards</em>. Every shard's machine is fed all bars of a
 * close, does the work of its own pairs and returns its findings as {@link PairReading}s; {@link
 * #combine} turns the readings of all shards into signals. A machine for a shard rather than for
 * each pair, because the state of a symbol (its window, its moments) is then kept once a shard and
 * not once a pair, and because at most closes there is nothing to report about a pair. Measured
 * with 500 symbols: a close costs CAUSALITY_DETECTOR 0.12 s of one core, 1 us a pair, and half of
 * that on each of two shards; it holds some 100 bytes a pair and saves 2.1 kB a symbol, nothing of
 * a pair. A machine per pair would hold and save two windows each: 4 kB a pair.
 *
 * <p>The number of shards decides where work is done and never changes a signal: readings of a pair
 * depend on its two symbols' bars only. It is fixed for the life of a state, as the parallelism of
 * key groups is.
 */
public non-sealed interface PairStrategy extends Strategy {

  /**
   * A fresh machine for some of a portfolio's pairs.
   *
   * @param shard in [0, shards)
   * @param shards at least 1
   */
  Machine machine(Parameters parameters, int shard, int shards);

  /**
   * The signals at one close. Remembers nothing: all it needs is in the readings.
   *
   * @param bars the bars that closed at the same time
   * @param readings what all shards found at this close, in the order of {@link PairReading#ORDER}
   * @return one signal a bar, in the same order
   */
  List<Signal> combine(Parameters parameters, List<Bar> bars, List<PairReading> readings);

  /**
   * Who leads whom at one close; nobody, unless the strategy is about that.
   *
   * @param readings as for {@link #combine}
   */
  default List<LeadLag> leads(Parameters parameters, List<PairReading> readings) {
    return List.of();
  }

  @Override
  default Input input() {
    return Input.CROSS_ASSET;
  }

  /**
   * The shard to which the pair of {@code first} and {@code second} belongs. A symbol by itself is
   * the pair with itself.
   *
   * <pre>
   *   h = 31 mix(hash(first)) + hash(second)           hash: String.hashCode, fixed by its Javadoc
   *   shard = floorMod(mix(h), shards)                 mix: the last step of MurmurHash3, 32 bits
   * </pre>
   *
   * <p>This never changes: it says where state was saved.
   *
   * @param first not after {@code second} by name
   */
  static int shardOf(String first, String second, int shards) {
    return Math.floorMod(mix(31 * mix(first.hashCode()) + second.hashCode()), shards);
  }

  private static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /** The strategy at work on one shard of a portfolio's pairs. */
  interface Machine extends Stateful {

    /**
     * What there is to tell of this shard's pairs at one close.
     *
     * @param bars the bars of <em>all</em> symbols that closed at the same time; a symbol that
     *     lacks this bar is absent. Their order does not matter.
     * @return readings in the order of {@link PairReading#ORDER}: of every symbol of this shard
     *     that takes part one by itself, and of a pair only where it matters
     */
    List<PairReading> onBars(List<Bar> bars);
  }
}

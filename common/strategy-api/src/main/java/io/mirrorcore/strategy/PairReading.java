package io.mirrorcore.strategy;

import java.util.Comparator;

/**
 * The findings of a shard about one pair of symbols at one close. A reading whose two symbols are
 * equal is about that symbol alone and says that it takes part; a symbol without such a reading is
 * still warming up.
 *
 * @param first symbol, not after {@code second} by name
 * @param second symbol
 * @param numbers finite; only the strategy's machine, which writes them, and its {@code combine},
 *     which reads them, know their meaning. Not to be changed by anyone.
 */
@SuppressWarnings("ArrayRecordComponent") // one small array per pair that matters: no boxing
public record PairReading(String first, String second, double[] numbers) {

  /** By first symbol, then by second: the order in which readings are combined. */
  public static final Comparator<PairReading> ORDER =
      Comparator.comparing(PairReading::first).thenComparing(PairReading::second);

  public PairReading {
    if (first.compareTo(second) > 0) {
      throw new IllegalArgumentException(
          "symbols of a pair must be in order of name; have " + first + " before " + second);
    }
  }

  /** About one symbol alone. */
  public static PairReading alone(String symbol, double... numbers) {
    return new PairReading(symbol, symbol, numbers);
  }

  public boolean isAlone() {
    return first.equals(second);
  }
}

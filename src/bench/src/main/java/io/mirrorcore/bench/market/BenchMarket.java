package io.mirrorcore.bench.market;

import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Records of symbols that walk at random around a price of 100, in order of time, one symbol after
 * the other. Of the ticks every fourth is a trade and the rest are quotes with {@value #LEVELS}
 * levels a side, in cents and whole lots as venues write them: 190 bytes on average.
 */
public final class BenchMarket {

  /** Levels of each side of a quote. */
  static final int LEVELS = 5;

  /** A Tuesday in November 2023, a whole number of minutes. */
  private static final long START = 1_700_000_040_000L;

  private final SplittableRandom random = new SplittableRandom(42);
  private final long[] cents;
  private final double stepMs;
  private final long start;
  private long index;

  private BenchMarket(int symbols, double stepMs, long start) {
    this.cents = new long[symbols];
    Arrays.fill(cents, 10_000);
    this.stepMs = stepMs;
    this.start = start;
  }

  /**
   * A market of ticks.
   *
   * @param perInterval ticks of each symbol in one interval
   * @param intervalMs of its bars, milliseconds
   */
  public static BenchMarket ofTicks(int symbols, int perInterval, long intervalMs) {
    return new BenchMarket(symbols, (double) intervalMs / perInterval / symbols, START);
  }

  /** A market of bars, all symbols at the same time. */
  public static BenchMarket ofBars(int symbols, long intervalMs) {
    return new BenchMarket(symbols, (double) intervalMs / symbols, START + intervalMs);
  }

  /** Symbol of the next record. */
  public String symbol() {
    return name((int) (index % cents.length));
  }

  private static String name(int number) {
    return "S" + (100_000 + number);
  }

  /** The next tick at its own time, as the topic has it. */
  public byte[] nextTick() {
    return nextTick(start + (long) (index * stepMs) + 1);
  }

  /**
   * The next tick at a time that somebody else keeps.
   *
   * @param time epoch milliseconds
   */
  public byte[] nextTick(long time) {
    int number = (int) (index % cents.length);
    long turn = index / cents.length + number;
    index++;
    cents[number] = Math.max(100, cents[number] + random.nextInt(-3, 4));
    return WireJson.tick(
        turn % 4 == 3
            ? Tick.trade(
                name(number),
                time,
                cents[number] / 100.0,
                1 + random.nextInt(500),
                Aggressor.UNKNOWN)
            : Tick.quote(name(number), time, side(cents[number], -1), side(cents[number], 1)));
  }

  private double[] side(long mid, int direction) {
    double[] levels = new double[2 * LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[2 * i] = (mid + (long) direction * (i + 1)) / 100.0;
      levels[2 * i + 1] = 1 + random.nextInt(500);
    }
    return levels;
  }

  /** The next bar; after that of the last symbol comes the next time. */
  public Bar nextBar() {
    int number = (int) (index % cents.length);
    long before = index / cents.length; // whole rounds of all symbols
    long time = start + Math.round(before * stepMs * cents.length);
    index++;
    long open = cents[number];
    long close = Math.max(100, open + random.nextInt(-20, 21));
    cents[number] = close;
    return new Bar(
        name(number),
        time,
        open / 100.0,
        (Math.max(open, close) + random.nextInt(5)) / 100.0,
        (Math.min(open, close) - random.nextInt(5)) / 100.0,
        close / 100.0,
        1 + random.nextInt(10_000));
  }
}

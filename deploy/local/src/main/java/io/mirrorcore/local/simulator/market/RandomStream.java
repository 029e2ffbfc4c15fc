package io.mirrorcore.local.simulator.market;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random numbers of one part of the market, independent of how many the other parts draw.
 *
 * <p>Everything is derived from {@link SplittableRandom#nextLong} by arithmetic that Java defines
 * exactly: the JDK's own {@code nextGaussian} and {@code nextInt(bound)} have changed between
 * releases, and {@code Math.log} may differ between processors. Normal numbers are Marsaglia's
 * polar method ("A Convenient Method for Generating Normal Variables", SIAM Review 6, 1964).
 */
public final class RandomStream {

  private static final double TO_UNIT = 0x1.0p-53;

  private final SplittableRandom source;
  private double spare = Double.NaN;

  public RandomStream(SplittableRandom source) {
    this.source = source;
  }

  /** A stream of its own for another part; the order of splitting decides which one it is. */
  public RandomStream split() {
    return new RandomStream(new SplittableRandom(source.nextLong()));
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (source.nextLong() >>> 11) * TO_UNIT;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in 0 .. bound - 1. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Uniform in low .. high. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** {@code count} moments strictly between open and close, rising, some perhaps equal. */
  public long[] times(long open, long close, int count) {
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = open + 1 + (long) (uniform() * (close - open - 1));
    }
    Arrays.sort(times);
    return times;
  }

  /** Standard normal. */
  public double gaussian() {
    if (!Double.isNaN(spare)) {
      double next = spare;
      spare = Double.NaN;
      return next;
    }
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
      }
    }
  }
}

package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where the newest of the last n inputs stands among them, itself included.
 *
 * <pre>
 *   value() = (below + equal) / n          in (0, 1]
 *   mid()   = (below + equal / 2) / n      in (0, 1): as many equal ones count above as below
 * </pre>
 *
 * <p>Of a series with many ties only the mid-rank is fair: a spread that is always one tick has
 * value 1, the widest there ever was, and mid-rank 1/2. What is equal is a decision, too: two sums
 * of the same numbers in another order differ by a rounding error, and without a tolerance that
 * error decides the rank. {@link #withTies} takes {@value #TIE_ULPS} units in the last place of the
 * larger for equal, so that neither the order of equal observations nor a scale that is a power of
 * two changes a rank.
 */
public final class RollingRank implements Stateful {

  /** Units in the last place within which two numbers are the same. */
  public static final int TIE_ULPS = 4;

  private final Window window;
  private final int ulps;

  /**
   * A rank in which only identical numbers are equal.
   *
   * @param period n, at least 1
   */
  public RollingRank(int period) {
    this(period, 0);
  }

  private RollingRank(int period, int ulps) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    window = new Window(period);
    this.ulps = ulps;
  }

  /**
   * A rank in which numbers that differ by rounding are equal.
   *
   * @param period n, at least 1
   */
  public static RollingRank withTies(int period) {
    return new RollingRank(period, TIE_ULPS);
  }

  public void add(double input) {
    window.add(input);
  }

  /** Inputs in the window, at most n. */
  public int size() {
    return window.size();
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The newest input's rank among those in the window, of which there must be at least one. */
  public double value() {
    double newest = window.newest();
    int atMost = 0;
    for (int i = 0; i < window.size(); i++) {
      if (window.get(i) <= newest || same(window.get(i), newest, 0)) {
        atMost++;
      }
    }
    return (double) atMost / window.size();
  }

  /** The newest input's mid-rank, in (0, 1). */
  public double mid() {
    return mid(0);
  }

  /**
   * The newest input's mid-rank among inputs that carry the rounding of something larger: of a
   * spread the rounding is the price's, many times its own.
   *
   * @param rounding difference, beside the usual one, within which inputs are equal
   */
  public double mid(double rounding) {
    double newest = window.newest();
    int halves = 0;
    for (int i = 0; i < window.size(); i++) {
      double other = window.get(i);
      halves += same(other, newest, rounding) ? 1 : other < newest ? 2 : 0;
    }
    return halves / (2.0 * window.size());
  }

  private boolean same(double a, double b, double rounding) {
    return Math.abs(a - b) <= Math.max(rounding, ulps * Math.ulp(larger(a, b)));
  }

  /** Whether two numbers are the same but for {@value #TIE_ULPS} units in the last place. */
  public static boolean tie(double a, double b) {
    return Math.abs(a - b) <= TIE_ULPS * Math.ulp(larger(a, b));
  }

  private static double larger(double a, double b) {
    return Math.max(Math.abs(a), Math.abs(b));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
  }
}

package io.mirrorcore.market;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/** The times between the bars of one symbol, and what interval they speak for. */
final class SymbolGaps {

  /** Fewer prove nothing: a holiday is one, and so is a halt. */
  private static final int ENOUGH = 10;

  private static final int MOST_KINDS = 1_000;

  /** Changes of daylight saving make a day of 23 or 25 hours. */
  private static final double NEAR = 0.05;

  private final LongUnaryOperator usual;
  private final Map<Long, Integer> gaps = new TreeMap<>();
  private int count;
  private long first = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param usual the interval that markets use which is nearest to a gap
   */
  SymbolGaps(LongUnaryOperator usual) {
    this.usual = usual;
  }

  /** Takes note of a bar; returns the milliseconds since the one before it, 0 where none is. */
  long add(long time) {
    long before = last;
    last = time;
    if (first == Long.MIN_VALUE) {
      first = time;
    }
    if (before == Long.MIN_VALUE || time <= before) {
      return 0;
    }
    long gap = time - before;
    count++;
    gaps.merge(gaps.size() < MOST_KINDS ? gap : usual.applyAsLong(gap), 1, Integer::sum);
    return gap;
  }

  /**
   * By how much its bars close after a multiple of the interval, in [-interval/2, interval/2) ms;
   * {@link Long#MIN_VALUE} where its first and its last bar differ in that.
   */
  long offset(long intervalMs) {
    long offset = offset(first, intervalMs);
    return offset == offset(last, intervalMs) ? offset : Long.MIN_VALUE;
  }

  private static long offset(long time, long intervalMs) {
    return Math.floorMod(time + intervalMs / 2, intervalMs) - intervalMs / 2;
  }

  /**
   * The interval of this symbol where it is plainly not {@code intervalMs}, else 0. Gaps may be
   * longer, by nights, halts and thin trading; they contradict where most of them are equal, and
   * hardly any is an interval. That they are shorter nothing explains.
   */
  long otherThan(long intervalMs) {
    if (count < ENOUGH) {
      return 0;
    }
    long mode = mode();
    boolean longer = share(gap -> isNear(gap, mode)) >= 0.5 && share(near(intervalMs)) < NEAR;
    boolean shorter = share(gap -> gap < intervalMs * (1 - NEAR)) > 0.1;
    return !isNear(mode, intervalMs) && (longer || shorter) ? mode : 0;
  }

  private static LongPredicate near(long intervalMs) {
    return gap -> isNear(gap, intervalMs);
  }

  private static boolean isNear(long gap, long intervalMs) {
    return Math.abs(gap - intervalMs) <= NEAR * intervalMs;
  }

  private double share(LongPredicate wanted) {
    long those = 0;
    for (Map.Entry<Long, Integer> gap : gaps.entrySet()) {
      those += wanted.test(gap.getKey()) ? gap.getValue() : 0;
    }
    return (double) those / count;
  }

  /** The commonest of the usual intervals, the shorter on a tie. */
  private long mode() {
    Map<Long, Integer> byUsual = new TreeMap<>();
    gaps.forEach((gap, times) -> byUsual.merge(usual.applyAsLong(gap), times, Integer::sum));
    long mode = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> one : byUsual.entrySet()) {
      if (one.getValue() > most) {
        mode = one.getKey();
        most = one.getValue();
      }
    }
    return mode;
  }
}

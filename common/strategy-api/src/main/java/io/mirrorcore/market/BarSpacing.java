package io.mirrorcore.market;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * Bar interval and bars per year, inferred from a series of bars. For commands that are given a
 * file and no configuration; they print what they have inferred.
 */
public final class BarSpacing {

  private static final long DAY = 86_400_000L;

  /** Months are of 28 days and more; the largest interval that a job has. */
  private static final long MONTH = 28 * DAY;

  /** Intervals that markets use, so that weekends, nights and halts do not blur the answer. */
  private static final long[] USUAL = {
    1_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    180_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    21_600_000,
    28_800_000,
    43_200_000,
    DAY,
    7 * DAY,
    MONTH
  };

  private final Map<String, SymbolGaps> symbols = new TreeMap<>();
  private final Map<Long, Integer> gaps = new TreeMap<>();
  private final TreeSet<Long> closes = new TreeSet<>();

  /** Takes note of one bar; bars of a symbol in order of time. */
  public void add(String symbol, long time) {
    long gap =
        symbols.computeIfAbsent(symbol, first -> new SymbolGaps(BarSpacing::usual)).add(time);
    if (gap > 0) {
      gaps.merge(usual(gap), 1, Integer::sum);
    }
    closes.add(time);
  }

  private static long usual(long gap) {
    long nearest = USUAL[0];
    for (long candidate : USUAL) {
      if (Math.abs(gap - candidate) < Math.abs(gap - nearest)) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Whether there are two bars of one symbol to measure between. */
  public boolean isKnown() {
    return !gaps.isEmpty();
  }

  /** Milliseconds between bars: the most frequent of the usual intervals, the shorter on a tie. */
  public long intervalMs() {
    long best = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> gap : gaps.entrySet()) {
      if (gap.getValue() > most) {
        best = gap.getKey();
        most = gap.getValue();
      }
    }
    if (most == 0) {
      throw new IllegalStateException("no symbol has two bars");
    }
    return best;
  }

  /**
   * The symbols whose bars plainly have another interval, with that in milliseconds; empty where
   * nothing contradicts.
   */
  public SortedMap<String, Long> otherThan(long intervalMs) {
    TreeMap<String, Long> others = new TreeMap<>();
    symbols.forEach(
        (symbol, gaps) -> {
          long other = gaps.otherThan(intervalMs);
          if (other != 0) {
            others.put(symbol, other);
          }
        });
    return others;
  }

  /** Whether bars are of months: further apart than four weeks. */
  public boolean isMonthly() {
    return intervalMs() == MONTH
        && closes.last() - closes.first() > (closes.size() - 1) * (MONTH + DAY);
  }

  /**
   * By how much the bars of each symbol close after a multiple of the interval, milliseconds in
   * [-interval/2, interval/2); without symbols of which first and last bar differ in that.
   */
  public SortedMap<String, Long> offsets(long intervalMs) {
    TreeMap<String, Long> offsets = new TreeMap<>();
    symbols.forEach((symbol, gaps) -> offsets.put(symbol, gaps.offset(intervalMs)));
    offsets.values().removeIf(offset -> offset == Long.MIN_VALUE);
    return offsets;
  }

  /**
   * The share of the closes, of all symbols together, that lie nearer to the one before them than
   * {@code within}: 0 where symbols close together, and also where they close at hours of their
   * own; near to 1 where stamps scatter around the closes that were meant.
   *
   * @param within milliseconds
   * @param aligned the close that a stamp is taken for
   */
  public double crowded(long within, LongUnaryOperator aligned) {
    long[] times = closes.stream().mapToLong(aligned::applyAsLong).sorted().distinct().toArray();
    int near = 0;
    for (int i = 1; i < times.length; i++) {
      near += times[i] - times[i - 1] < within ? 1 : 0;
    }
    return times.length < 2 ? 0 : (double) near / (times.length - 1);
  }

  /** Milliseconds between closes on average. */
  public double averageMs() {
    return closes.size() < 2 ? 0 : (double) spanMs() / (closes.size() - 1);
  }

  /** Milliseconds from the first close to the last. */
  public long spanMs() {
    return closes.last() - closes.first();
  }

  /**
   * Periods that have a bar.
   *
   * @param endOf the end of the period that a close is in
   */
  public long periods(LongUnaryOperator endOf) {
    return closes.stream().mapToLong(endOf::applyAsLong).distinct().count();
  }

  /** Symbols that have a bar. */
  public Set<String> symbols() {
    return Collections.unmodifiableSet(symbols.keySet());
  }

  /** Bars in a trading day; below 1 for bars of many days, empty where no day is whole. */
  public OptionalDouble barsPerDay() {
    return new TradingDays(closes, intervalMs()).barsPerDay();
  }

  /** Bars in a year; empty where there is less than a year and no day is whole. */
  public OptionalDouble barsPerYear() {
    if (isMonthly()) {
      return OptionalDouble.of(12);
    }
    return new TradingDays(closes, intervalMs()).barsPerYear();
  }
}

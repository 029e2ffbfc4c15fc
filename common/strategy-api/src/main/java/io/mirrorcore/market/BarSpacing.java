package io.mirrorcore.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final double DAYS_PER_YEAR = 365.25;

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

  /** Bars in a trading day: the median of the days that have any; below 1 for bars of many days. */
  public double barsPerDay() {
    if (intervalMs() >= DAY) {
      return (double) DAY / intervalMs();
    }
    Map<Long, Integer> perDay = new TreeMap<>();
    closes.forEach(close -> perDay.merge(Math.floorDiv(close - 1, DAY), 1, Integer::sum));
    List<Integer> counts = new ArrayList<>(perDay.values());
    counts.sort(null);
    return counts.get(counts.size() / 2);
  }

  /**
   * Bars in a year. From a year of data on, as counted; below that the usual 252 days of an
   * exchange that rests at weekends, or 365 where bars fall on a weekend.
   */
  public double barsPerYear() {
    long span = closes.last() - closes.first();
    if (span >= DAYS_PER_YEAR * DAY) {
      return Math.rint((closes.size() - 1) / (span / (DAYS_PER_YEAR * DAY)));
    }
    return barsPerDay() * (tradesAtWeekends() ? 365 : 252);
  }

  /** Whether a day can be measured: from the first bar to the last it is one at least. */
  public boolean spansADay() {
    return closes.last() - closes.first() + intervalMs() >= DAY;
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

  private boolean tradesAtWeekends() {
    // Day 0 of the epoch was a Thursday; a close at midnight still belongs to the day before.
    return closes.stream()
        .map(close -> Math.floorMod(Math.floorDiv(close - 1, DAY) + 4, 7))
        .anyMatch(day -> day == 0 || day == 6);
  }
}

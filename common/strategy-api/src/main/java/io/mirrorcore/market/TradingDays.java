package io.mirrorcore.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many bars a day and a year have, as far as the closes of a file show it. What they do not
 * show is left open: five minutes of ticks say nothing of a day, and a bar that is stamped on one
 * Sunday does not open a market at weekends.
 *
 * <p>A day is one of UTC; a close at midnight belongs to the day before.
 */
final class TradingDays {

  private static final long DAY = 86_400_000L;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double WEEKS = 365.0 / 7;

  /**
   * Part of the times of a day with bars from which on a market never sleeps: futures pause 1 h.
   */
  private static final double AROUND_THE_CLOCK = 0.95;

  /** Currencies have no pause. */
  private static final double WITHOUT_PAUSE = 0.98;

  /** Dates from which on whole ones lie between the first and the last. */
  private static final int ENOUGH = 5;

  /** Part of a weekday's usual bars from which on it is a trading day. */
  private static final double TRADED = 0.5;

  /** A longer silence is a hole in the file and no time of trading. */
  private static final long HOLE = 31 * DAY;

  /** Sundays that must be in a file before a market that rests on Saturday trades on them. */
  private static final int SUNDAYS = 3;

  private final long[] closes;
  private final long intervalMs;
  private final TreeMap<Long, Integer> perDate = new TreeMap<>(); // by days since 1970

  /**
   * @param closes ascending, at least one
   * @param intervalMs between bars
   */
  TradingDays(Collection<Long> closes, long intervalMs) {
    this.closes = closes.stream().mapToLong(Long::longValue).toArray();
    this.intervalMs = intervalMs;
    for (long close : this.closes) {
      perDate.merge(Math.floorDiv(close - 1, DAY), 1, Integer::sum);
    }
  }

  /** Bars in a trading day; below 1 for bars of many days, empty where no day is whole. */
  OptionalDouble barsPerDay() {
    if (intervalMs >= DAY) {
      return OptionalDouble.of((double) DAY / intervalMs);
    }
    if (perDate.size() >= ENOUGH) {
      return OptionalDouble.of(medianWithin());
    }
    double slots = slots();
    if (isAroundTheClock(slots)) {
      return OptionalDouble.of(slots);
    }
    return switch (perDate.size()) {
      case 1 -> OptionalDouble.empty();
      case 2 -> crossesMidnight() ? OptionalDouble.empty() : OptionalDouble.of(slots);
      default -> OptionalDouble.of(medianWithin());
    };
  }

  /** Times of the day at which there is ever a bar. */
  private double slots() {
    Set<Long> slots = new HashSet<>();
    for (long close : closes) {
      slots.add(Math.floorMod(close - 1, DAY) / intervalMs);
    }
    return slots.size();
  }

  private boolean isAroundTheClock(double slots) {
    return slots * intervalMs >= AROUND_THE_CLOCK * DAY;
  }

  private boolean crossesMidnight() {
    long midnight = perDate.lastKey() * DAY;
    for (int i = 1; i < closes.length; i++) {
      if (closes[i - 1] <= midnight && closes[i] > midnight) {
        return closes[i] - closes[i - 1] <= 2 * intervalMs;
      }
    }
    return false;
  }

  /** Of the days between the first and the last, which a file may cut; stubs of days are none. */
  private double medianWithin() {
    List<Integer> within =
        perDate.subMap(perDate.firstKey(), false, perDate.lastKey(), false).values().stream()
            .sorted()
            .toList();
    int most = within.get(within.size() - 1);
    List<Integer> whole = within.stream().filter(count -> 2 * count >= most).toList();
    return whole.get(whole.size() / 2);
  }

  /**
   * Bars in a year. From a year of data on, as counted; below that, bars of a day times the usual
   * 252 days of an exchange that rests at weekends, 260 where its weekdays have no pause, 365 where
   * it never rests. A market without a night of which no Saturday is in the file is taken for one
   * that never rests.
   */
  OptionalDouble barsPerYear() {
    long span = spanWithoutHoles();
    if (span >= DAYS_PER_YEAR * DAY) {
      return OptionalDouble.of(Math.rint((closes.length - 1) / (span / (DAYS_PER_YEAR * DAY))));
    }
    if (intervalMs > DAY) {
      return OptionalDouble.of(Math.rint(DAYS_PER_YEAR * DAY / intervalMs));
    }
    OptionalDouble perDay = barsPerDay();
    return perDay.isPresent()
        ? OptionalDouble.of(perDay.getAsDouble() * daysPerYear(perDay.getAsDouble()))
        : perDay;
  }

  private long spanWithoutHoles() {
    long span = 0;
    for (int i = 1; i < closes.length; i++) {
      long gap = closes[i] - closes[i - 1];
      span += gap > Math.max(HOLE, 3 * intervalMs) ? intervalMs : gap;
    }
    return span;
  }

  private double daysPerYear(double perDay) {
    Map<DayOfWeek, Integer> dates = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Integer> bars = new EnumMap<>(DayOfWeek.class);
    for (long date = perDate.firstKey(); date <= perDate.lastKey(); date++) {
      DayOfWeek day = LocalDate.ofEpochDay(date).getDayOfWeek();
      dates.merge(day, 1, Integer::sum);
      bars.merge(day, perDate.getOrDefault(date, 0), Integer::sum);
    }
    boolean always = intervalMs < DAY && isAroundTheClock(slots());
    int days = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      int seen = dates.getOrDefault(day, 0);
      boolean traded = bars.getOrDefault(day, 0) >= TRADED * perDay * seen;
      days += (seen == 0 ? isUsual(day, dates, always) : traded) ? 1 : 0;
    }
    boolean restsOnSaturday =
        dates.containsKey(DayOfWeek.SATURDAY)
            && bars.get(DayOfWeek.SATURDAY) < TRADED * perDay * dates.get(DayOfWeek.SATURDAY);
    if (days == 6 && dates.getOrDefault(DayOfWeek.SUNDAY, 0) < SUNDAYS) {
      days = restsOnSaturday ? 5 : 7;
    }
    return switch (days) {
      case 7 -> 365;
      case 6 -> Math.rint(6 * WEEKS);
      default -> intervalMs < DAY && perDay * intervalMs >= WITHOUT_PAUSE * DAY ? 260 : 252;
    };
  }

  /** Of a weekday that is not in the file. */
  private static boolean isUsual(DayOfWeek day, Map<DayOfWeek, Integer> dates, boolean always) {
    return day.compareTo(DayOfWeek.FRIDAY) <= 0
        || (always && !dates.containsKey(DayOfWeek.SATURDAY));
  }
}

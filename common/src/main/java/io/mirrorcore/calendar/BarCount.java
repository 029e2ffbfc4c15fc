package io.mirrorcore.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many bars markets have, by their hours and not by what a file happens to hold: holes and
 * halts are no shorter year.
 *
 * <p>Counted on one usual week, in which a bar counts when any market is open in it; the days of a
 * year are those of the market with the most among the markets that trade on as many weekdays as
 * all together.
 *
 * @param perDay bars of a trading day; below 1 for bars of several days
 * @param daysPerYear trading days of a year
 */
public record BarCount(double perDay, double daysPerYear) {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final double WEEKS = 365.0 / 7;

  /** A Monday without a change of daylight saving anywhere near. */
  private static final LocalDate WEEK = LocalDate.of(2024, 1, 15);

  /**
   * @param fromOpen whether bars begin with the sessions, and not at multiples of the interval
   */
  static BarCount of(Collection<TradingHours> markets, long intervalMs, boolean fromOpen) {
    TreeSet<DayOfWeek> days = new TreeSet<>();
    markets.forEach(market -> days.addAll(market.days()));
    double daysPerYear = daysPerYear(markets, days);
    if (intervalMs >= DAY) {
      double perYear = intervalMs == DAY ? daysPerYear : WEEKS * 7 * DAY / intervalMs;
      return new BarCount(perYear / daysPerYear, daysPerYear);
    }
    long bars = fromOpen ? closesOfAWeek(markets, intervalMs) : barsOfAWeek(markets, intervalMs);
    return new BarCount((double) bars / days.size(), daysPerYear);
  }

  /** Bars of a year. */
  public double perYear() {
    return perDay * daysPerYear;
  }

  private static double daysPerYear(Collection<TradingHours> markets, Set<DayOfWeek> days) {
    return markets.stream()
        .filter(market -> market.days().equals(days))
        .mapToDouble(TradingHours::daysPerYear)
        .max()
        .orElse(WEEKS * days.size());
  }

  private static long closesOfAWeek(Collection<TradingHours> markets, long intervalMs) {
    TreeSet<Long> closes = new TreeSet<>();
    for (Stretch stretch : stretches(markets)) {
      for (long time = stretch.open() + 1; time <= stretch.close(); time += intervalMs) {
        closes.add(stretch.barClose(time, intervalMs));
      }
    }
    return closes.size();
  }

  private static long barsOfAWeek(Collection<TradingHours> markets, long intervalMs) {
    List<Stretch> stretches = stretches(markets);
    long bars = 0;
    long counted = Long.MIN_VALUE; // number of the last bar that has been counted
    for (Stretch stretch : stretches) {
      long first = Math.max(counted + 1, Math.floorDiv(stretch.open(), intervalMs) + 1);
      long last = -Math.floorDiv(-stretch.close(), intervalMs);
      bars += Math.max(0, last - first + 1);
      counted = Math.max(counted, last);
    }
    return bars;
  }

  private static List<Stretch> stretches(Collection<TradingHours> markets) {
    List<Stretch> stretches = new ArrayList<>();
    for (TradingHours market : markets) {
      for (DayOfWeek day : market.days()) {
        LocalDate date = WEEK.plusDays(day.getValue() - 1);
        for (DayHours hours : market.hours()) {
          stretches.add(
              new Stretch(hours.opensAt(date, market.zone()), hours.closesAt(date, market.zone())));
        }
      }
    }
    stretches.sort(Comparator.comparingLong(Stretch::open));
    return stretches;
  }
}

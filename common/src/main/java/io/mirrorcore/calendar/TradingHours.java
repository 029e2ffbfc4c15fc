package io.mirrorcore.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When one market is open. A trading day is named by the date on which it ends, so that the Sunday
 * evening of a future is a part of its Monday.
 *
 * @param zone of all times
 * @param days of the week that are trading days
 * @param hours stretches of a trading day, one or more
 * @param rests rule of the holidays
 * @param closedOn further days without trading, by date of the trading day
 * @param closesEarly local times at which trading days end early, by their date, besides those that
 *     the rule of the holidays tells
 * @param daysPerYear trading days of a usual year, in (0, 366]
 */
public record TradingHours(
    ZoneId zone,
    Set<DayOfWeek> days,
    List<DayHours> hours,
    Holidays rests,
    Set<LocalDate> closedOn,
    Map<LocalDate, LocalTime> closesEarly,
    double daysPerYear)
    implements Serializable {

  public TradingHours {
    days = Collections.unmodifiableSet(new TreeSet<>(days)); // by the week, whoever lists them
    hours = List.copyOf(hours);
    closedOn = Collections.unmodifiableSet(new TreeSet<>(closedOn));
    closesEarly = Collections.unmodifiableMap(new TreeMap<>(closesEarly));
    if (days.isEmpty() || hours.isEmpty()) {
      throw new IllegalArgumentException(
          "a market must have days and hours; have " + days + ", " + hours);
    }
    if (!(daysPerYear > 0 && daysPerYear <= 366)) {
      throw new IllegalArgumentException("days per year must be in (0, 366]; have " + daysPerYear);
    }
  }

  /** The same with some days more off. */
  public TradingHours closedOn(Set<LocalDate> more) {
    TreeSet<LocalDate> all = new TreeSet<>(closedOn);
    all.addAll(more);
    return new TradingHours(zone, days, hours, rests, all, closesEarly, daysPerYear);
  }

  /** The same with some days more that end early. */
  public TradingHours closingEarly(Collection<HalfDay> more) {
    TreeMap<LocalDate, LocalTime> all = new TreeMap<>(closesEarly);
    more.forEach(half -> all.put(half.day(), half.close()));
    return new TradingHours(zone, days, hours, rests, closedOn, all, daysPerYear);
  }

  /**
   * Whether there is trading at any time in (after, upTo], epoch milliseconds: a bar that covers
   * that much is to be expected.
   */
  public boolean isOpen(long after, long upTo) {
    LocalDate last = date(upTo).plusDays(1); // its evening before may have begun
    for (LocalDate day = date(after).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (isTradingDay(day) && isOpenOn(day, after, upTo)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpenOn(LocalDate day, long after, long upTo) {
    long end = endsEarlyAt(day);
    for (DayHours stretch : hours) {
      long close = Math.min(end, stretch.closesAt(day, zone));
      long open = stretch.opensAt(day, zone);
      if (open < Math.min(upTo, end) && close > after) {
        return true;
      }
    }
    return false;
  }

  /** When the market is open on the trading day of this date, in order; empty where it rests. */
  List<Stretch> stretches(LocalDate day) {
    if (!isTradingDay(day)) {
      return List.of();
    }
    long end = endsEarlyAt(day);
    return hours.stream()
        .map(one -> new Stretch(one.opensAt(day, zone), Math.min(end, one.closesAt(day, zone))))
        .filter(stretch -> stretch.open() < stretch.close())
        .sorted(Comparator.comparingLong(Stretch::open))
        .toList();
  }

  /** When a day ends that ends early; never for any other. */
  private long endsEarlyAt(LocalDate day) {
    LocalTime close = closesEarly.get(day);
    LocalTime early = close == null ? rests.closesEarly(day).orElse(null) : close;
    return early == null
        ? Long.MAX_VALUE
        : day.atTime(early).atZone(zone).toInstant().toEpochMilli();
  }

  /** Whether a trading day has this date. */
  public boolean isTradingDay(LocalDate day) {
    return days.contains(day.getDayOfWeek())
        && !rests.restsOnWeekday(day)
        && !closedOn.contains(day);
  }

  private LocalDate date(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
  }
}

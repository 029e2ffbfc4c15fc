package io.mirrorcore.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
 * @param daysPerYear trading days of a usual year, in (0, 366]
 */
public record TradingHours(
    ZoneId zone,
    Set<DayOfWeek> days,
    List<DayHours> hours,
    Holidays rests,
    Set<LocalDate> closedOn,
    double daysPerYear)
    implements Serializable {

  public TradingHours {
    days = Collections.unmodifiableSet(new TreeSet<>(days)); // by the week, whoever lists them
    hours = List.copyOf(hours);
    closedOn = Collections.unmodifiableSet(new TreeSet<>(closedOn));
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
    return new TradingHours(zone, days, hours, rests, all, daysPerYear);
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
    for (DayHours stretch : hours) {
      if (stretch.opensAt(day, zone) < upTo && stretch.closesAt(day, zone) > after) {
        return true;
      }
    }
    return false;
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

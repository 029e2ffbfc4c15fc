package io.mirrorcore.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * When bars close that begin with the session of their market: those of an hour in New York at
 * 10:30, 11:30 and so on, whatever daylight saving does to UTC. The last one of a session ends with
 * it, shorter than the others where it must. After a pause within the day they begin anew; a bar of
 * a day is all of a trading day, from its first opening to its last close, so that a half day's
 * closes early and a holiday has none.
 *
 * <p>A bar covers (open, close]: closed on the right, as all bars are. Time in which the market is
 * closed is of no bar.
 *
 * <p>Remembers the session last asked for, so it is for one thread.
 */
public final class SessionGrid {

  private static final Duration DAY = Duration.ofDays(1);

  /** No market that goes on trading rests for longer. */
  private static final int MOST_DAYS_OFF = 400;

  private final TradingHours hours;
  private final long intervalMs;
  private Stretch last = new Stretch(0, 0);
  private LocalDate lastDay = LocalDate.EPOCH;

  /**
   * @param hours of the market
   * @param intervalMs length of a bar, at most a day
   */
  public SessionGrid(TradingHours hours, long intervalMs) {
    if (!(intervalMs > 0 && intervalMs <= DAY.toMillis())) {
      throw new IllegalArgumentException(
          "bars of a session must be of at most a day; have " + intervalMs + " ms");
    }
    this.hours = hours;
    this.intervalMs = intervalMs;
  }

  /** Close of the bar that {@code time} is of; empty where the market is closed then. */
  public OptionalLong closeOf(long time) {
    return last.contains(time) || isFound(time)
        ? OptionalLong.of(barClose(lastDay, last, time))
        : OptionalLong.empty();
  }

  private boolean isFound(long time) {
    LocalDate end = date(time).plusDays(1);
    for (LocalDate day = firstDay(time); !day.isAfter(end); day = day.plusDays(1)) {
      for (Stretch stretch : hours.stretches(day)) {
        if (stretch.contains(time)) {
          last = stretch;
          lastDay = day;
          return true;
        }
      }
    }
    return false;
  }

  /** Close of the bar that {@code time} is of, or of the next one where the market is closed. */
  public OptionalLong closeAtOrAfter(long time) {
    OptionalLong own = closeOf(time);
    LocalDate first = firstDay(time);
    for (int i = 0; own.isEmpty() && i <= MOST_DAYS_OFF; i++) {
      own = firstCloseAfter(first.plusDays(i), time);
    }
    return own;
  }

  private OptionalLong firstCloseAfter(LocalDate day, long time) {
    return hours.stretches(day).stream()
        .filter(stretch -> stretch.open() >= time)
        .mapToLong(stretch -> barClose(day, stretch, stretch.open() + 1))
        .findFirst();
  }

  private long barClose(LocalDate day, Stretch stretch, long time) {
    if (intervalMs < DAY.toMillis()) {
      return stretch.barClose(time, intervalMs);
    }
    List<Stretch> all = hours.stretches(day);
    return all.get(all.size() - 1).close();
  }

  /** The first trading day that may be going on then, or begin later. */
  private LocalDate firstDay(long time) {
    return date(time).minusDays(1);
  }

  private LocalDate date(long time) {
    return Instant.ofEpochMilli(time).atZone(hours.zone()).toLocalDate();
  }
}

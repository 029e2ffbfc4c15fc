package io.mirrorcore.market;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The calendar of bar closes, which says to which bar a tick or an option print belongs.
 *
 * <p>A bar that closes at T covers the event times in (T - interval, T]. The interval is closed on
 * the right because a record stamped T is known when a decision is taken at T: an option chain
 * stamped with the close of a daily bar belongs to that bar and not, a day late, to the next.
 *
 * <p>Intervals below a day tile the epoch. Whole days close at a local time of day, so that they
 * stay true to the exchange over changes of daylight saving.
 */
public final class BarGrid implements Serializable {

  private static final long serialVersionUID = 1;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final long intervalMs;
  private final LocalTime close;
  private final ZoneId zone;

  /**
   * @param intervalMs length of a bar: a divisor of a day, or a whole number of days
   * @param close local time at which a day's bar closes; of no concern below a day
   * @param zone time zone of {@code close}
   */
  public BarGrid(long intervalMs, LocalTime close, ZoneId zone) {
    if (!(intervalMs > 0) || (intervalMs < DAY ? DAY % intervalMs : intervalMs % DAY) != 0) {
      throw new IllegalArgumentException(
          "a bar must divide a day or be a whole number of days; have " + intervalMs + " ms");
    }
    this.intervalMs = intervalMs;
    this.close = close;
    this.zone = zone;
  }

  /** Close of the bar that {@code time} belongs to: the earliest close at or after it. */
  public long closeAtOrAfter(long time) {
    return intervalMs < DAY ? -Math.floorDiv(-time, intervalMs) * intervalMs : dayClose(time);
  }

  private long dayClose(long time) {
    long days = intervalMs / DAY;
    LocalDate date = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    if (closeOf(date) < time) {
      date = date.plusDays(1);
    }
    return closeOf(LocalDate.ofEpochDay(-Math.floorDiv(-date.toEpochDay(), days) * days));
  }

  private long closeOf(LocalDate date) {
    return date.atTime(close).atZone(zone).toInstant().toEpochMilli();
  }

  public long intervalMs() {
    return intervalMs;
  }
}

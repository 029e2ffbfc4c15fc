package io.mirrorcore.calendar;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One stretch of a trading day. A stretch that opens after it closes, or at the same time, opens
 * the evening before: the Monday of a future begins on Sunday at 17:00 in Chicago.
 *
 * @param open local time
 * @param close local time; midnight is the end of the day
 */
public record DayHours(LocalTime open, LocalTime close) implements Serializable {

  /**
   * Reads hours.
   *
   * @param text like 09:30-16:00, 17:00-16:00 or 00:00-24:00
   * @throws IllegalArgumentException if it is not like that
   */
  public static DayHours parse(String text) {
    String[] ends = text.strip().split("\\s*-\\s*", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("hours must be like 09:30-16:00; have " + text);
    }
    try {
      return new DayHours(
          LocalTime.parse(ends[0]),
          ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("hours must be like 09:30-16:00; have " + text, e);
    }
  }

  /** Whether the day begins on the evening of the day before. */
  boolean fromTheDayBefore() {
    return !endsAtMidnight() && !open.isBefore(close);
  }

  private boolean endsAtMidnight() {
    return close.equals(LocalTime.MIDNIGHT);
  }

  long opensAt(LocalDate day, ZoneId zone) {
    return at(fromTheDayBefore() ? day.minusDays(1) : day, open, zone);
  }

  long closesAt(LocalDate day, ZoneId zone) {
    return at(endsAtMidnight() ? day.plusDays(1) : day, close, zone);
  }

  private static long at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** As it is written: 09:30-16:00. */
  @Override
  public String toString() {
    return open + "-" + (endsAtMidnight() ? "24:00" : close);
  }
}

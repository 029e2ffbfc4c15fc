package io.mirrorcore.jobs.wire.time;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times written out, year first: {@code 2023-11-16}, {@code 20231116}, {@code
 * 2023-11-16T09:30:00Z}, {@code 2023-11-16 09:30}, {@code 2023-11-16T09:30:00.5+01:00}. Day and
 * month first are not read: 01/02/2024 is one day here and another there.
 */
final class DateTimeText {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<year>\\d{4})(?<dash>[-/.]?)(?<month>\\d\\d)\\k<dash>(?<day>\\d\\d)"
              + "(?:[T _]?(?<hour>\\d\\d)(?<colon>:?)(?<minute>\\d\\d)"
              + "(?:\\k<colon>(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
              + " ?(?<zone>Z|z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  private final ZoneId local;
  private final Function<LocalDate, ZonedDateTime> ofDay;

  /**
   * @param local zone of a time of day without one, or null
   * @param ofDay the time that a date alone stands for
   */
  DateTimeText(ZoneId local, Function<LocalDate, ZonedDateTime> ofDay) {
    this.local = local;
    this.ofDay = ofDay;
  }

  /** Whether a text has the form of a date that exists. */
  boolean isDate(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return false;
    }
    try {
      timeOfDay(written);
      return day(written) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Epoch milliseconds, rounded down. */
  long read(String text) throws Rejection {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw notRead(text);
    }
    try {
      return instant(text, written).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw notRead(text);
    }
  }

  private static Rejection notRead(String text) {
    return Rejection.malformed(
        "time must be epoch milliseconds, 2026-01-31 or 2026-01-31T16:00:00Z; have "
            + Rejection.quoted(text));
  }

  private ZonedDateTime instant(String text, Matcher written) throws Rejection {
    LocalDate day = day(written);
    return written.group("hour") == null
        ? ofDay.apply(day)
        : zoned(text, day.atTime(timeOfDay(written)), written.group("zone"));
  }

  private static LocalDate day(Matcher written) {
    return LocalDate.of(
        number(written, "year", 1), number(written, "month", 1), number(written, "day", 1));
  }

  private static LocalTime timeOfDay(Matcher written) {
    String fraction = written.group("fraction");
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    return LocalTime.of(
        number(written, "hour", 0),
        number(written, "minute", 0),
        number(written, "second", 0),
        nanos);
  }

  private static int number(Matcher written, String group, int absent) {
    String digits = written.group(group);
    return digits == null ? absent : Integer.parseInt(digits);
  }

  private ZonedDateTime zoned(String text, LocalDateTime time, String zone) throws Rejection {
    if (zone != null) {
      return time.atZone(ZoneId.of(zone.length() == 1 ? "Z" : zone));
    }
    if (local == null) {
      throw new Rejection(
          RejectReason.MALFORMED,
          "time "
              + Rejection.quoted(text)
              + " names no time zone; say whose clock it is with --time-zone, as in --time-zone"
              + " America/New_York or --time-zone UTC (inputs.time-zone)");
    }
    ZonedDateTime there = time.atZone(local);
    if (!there.toLocalDateTime().equals(time)) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          "time " + Rejection.quoted(text) + " does not exist in " + local + ": a clock skips it");
    }
    return there;
  }
}

package io.mirrorcore.jobs.wire.time;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.text.NumberText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToLongFunction;

/**
 * The one reader of the times of records: epoch milliseconds of what an input has written, or a
 * rejection.
 *
 * <p>A number is a time in the unit that was set, or in the one of seconds, milliseconds,
 * microseconds and nanoseconds in which it lies between 1980 and the last year allowed. There is
 * never more than one: from 1980 to 2100 the seconds grow by less than a factor of 1,000. What lies
 * in none is refused rather than guessed at. The last year is one of the settings and not that of
 * the wall clock, so that two runs over the same records refuse the same.
 *
 * <p>Where the unit was set the user has said what the numbers mean, and every time after the
 * beginning of 1970 and before 2200 counts.
 */
public final class TimeReader {

  private static final int FIRST_YEAR = 1980;
  private static final long LATEST_OF_A_UNIT = startOf(2200);
  private static final EpochUnit[] UNITS = {EpochUnit.MS, EpochUnit.S, EpochUnit.US, EpochUnit.NS};

  private final EpochUnit unit;
  private final String key;
  private final int lastYear;
  private final long earliest;
  private final long latest;
  private final DateTimeText dates;

  /**
   * @param key of the configuration that sets the unit, for messages
   * @param lastYear of a time whose unit is told by its magnitude
   */
  TimeReader(EpochUnit unit, String key, int lastYear, DateTimeText dates) {
    this.unit = unit;
    this.key = key;
    this.lastYear = lastYear;
    this.earliest = unit == EpochUnit.AUTO ? startOf(FIRST_YEAR) : 1;
    this.latest = unit == EpochUnit.AUTO ? startOf(lastYear + 1) : LATEST_OF_A_UNIT;
    this.dates = dates;
  }

  private static long startOf(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Of a cell or a text: a number, a date, or a date with a time of day. */
  public long read(String text) throws Rejection {
    if (NumberText.isJsonNumber(text)) {
      return isCompactDate(text) ? ofDate(text) : ofNumber(text);
    }
    if (text.isEmpty()) {
      throw new Rejection(RejectReason.MISSING_FIELD, "time is missing");
    }
    if (NumberText.isNotFinite(text)) {
      throw new Rejection(RejectReason.NOT_FINITE, "time must be a finite number; have " + text);
    }
    return ofDate(text);
  }

  /** 20231116 is no number of seconds after 1980, nor is 20231116093000 one of anything. */
  private boolean isCompactDate(String text) {
    return unit == EpochUnit.AUTO
        && (text.length() == 8 || text.length() == 14)
        && isDigits(text)
        && dates.isDate(text);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private long ofNumber(String text) throws Rejection {
    if (text.length() <= 18 && isDigits(text.startsWith("-") ? text.substring(1) : text)) {
      return read(Long.parseLong(text));
    }
    try {
      return text.length() == 19 ? read(Long.parseLong(text)) : read(NumberText.parse(text));
    } catch (NumberFormatException e) {
      return read(NumberText.parse(text));
    }
  }

  private long ofDate(String text) throws Rejection {
    long time = dates.read(text);
    if (!isAllowed(time)) {
      throw outside(Rejection.quoted(text));
    }
    return time;
  }

  /** Of a whole number. */
  public long read(long number) throws Rejection {
    EpochUnit of = unit(one -> one.millis(number));
    if (of == null) {
      throw outside(Long.toString(number));
    }
    return of.millis(number);
  }

  /** Of any number. A fraction of a millisecond is nothing that a program means. */
  public long read(double number) throws Rejection {
    if (!Double.isFinite(number)) {
      throw new Rejection(
          RejectReason.NOT_FINITE, "time must be a finite number; have " + NumberText.of(number));
    }
    EpochUnit of = unit(one -> one.millis(number));
    if (of == null) {
      throw outside(NumberText.of(number));
    }
    if (of == EpochUnit.MS && number != Math.rint(number)) {
      throw Rejection.malformed(
          "time must be a whole number of epoch milliseconds; have " + NumberText.of(number));
    }
    return of.millis(number);
  }

  /** The unit in which a number is a time that is allowed, or null. */
  private EpochUnit unit(ToLongFunction<EpochUnit> millis) {
    if (unit != EpochUnit.AUTO) {
      return isAllowed(millis.applyAsLong(unit)) ? unit : null;
    }
    for (EpochUnit candidate : UNITS) {
      if (isAllowed(millis.applyAsLong(candidate))) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isAllowed(long time) {
    return time >= earliest && time < latest;
  }

  private Rejection outside(String have) {
    String rule =
        unit == EpochUnit.AUTO
            ? "time must be epoch milliseconds, or another unit that its size tells, from "
                + FIRST_YEAR
                + " to "
                + lastYear
                + "; have "
                + have
                + ": seconds? microseconds? a date like 20231116? If it is right, say its unit with "
                + key
            : "time must be after the beginning of 1970 and before the year 2200 in the unit of "
                + key
                + "; have "
                + have;
    return new Rejection(RejectReason.OUT_OF_RANGE, rule);
  }
}

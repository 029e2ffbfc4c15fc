package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a record from what its vendor stamps it with: of a bar its close, whatever moment of
 * it the stamp is. The zone that the user names goes before the one that a mapping has.
 *
 * <p>A bar of a day that is stamped with its date, with midnight of its market or with the opening
 * of that day is of the close of that day, as a date alone is: so the days of all vendors meet.
 */
final class StampReader {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long SECOND = 1_000;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DATE = Pattern.compile("\\d{4}([-/.]?)\\d\\d\\1\\d\\d");
  private static final Pattern MIDNIGHT =
      Pattern.compile("(\\d{4}([-/.]?)\\d\\d\\2\\d\\d)[T _](00:?00(:?00([.,]0+)?)?)");
  private static final Pattern NAMED_ZONE =
      Pattern.compile("(.*\\d) ([A-Z][A-Za-z_]+(/[A-Za-z_+\\-0-9]+)+)");

  private final ColumnMapping.Stamps stamps;
  private final RecordKind kind;
  private final InputTimes times;
  private final TimeReader reader;
  private final DateTimeFormatter format;

  StampReader(ColumnMapping mapping, InputTimes given) {
    this.stamps = mapping.stamps();
    this.kind = mapping.kind();
    InputTimes unit = stamps.unit() == EpochUnit.AUTO ? given : given.in(stamps.unit());
    this.times = unit.zone() == null && stamps.zone() != null ? unit.in(stamps.zone()) : unit;
    this.reader = reader(times);
    this.format =
        stamps.format() == null ? null : DateTimeFormatter.ofPattern(stamps.format(), Locale.ROOT);
  }

  private TimeReader reader(InputTimes of) {
    return kind == null ? of.ofReturns() : of.of(kind);
  }

  /**
   * Epoch milliseconds of a record's time.
   *
   * @param intervalMs of the bar, 0 where it is not known
   */
  long read(String text, long intervalMs) throws Rejection {
    String plain = plain(text);
    Matcher midnight = MIDNIGHT.matcher(plain);
    if (kind == RecordKind.BAR && intervalMs >= DAY && midnight.matches()) {
      return reader.read(midnight.group(1));
    }
    long stamp = stamp(plain);
    return kind != RecordKind.BAR || DATE.matcher(plain).matches()
        ? stamp
        : close(stamp, intervalMs);
  }

  /** Epoch milliseconds of what is written, be it the open of a bar. */
  long stamp(String text) throws Rejection {
    String plain = plain(text);
    Matcher zoned = NAMED_ZONE.matcher(plain);
    if (zoned.matches()) {
      try {
        return reader(times.in(ZoneId.of(zoned.group(2)))).read(zoned.group(1));
      } catch (DateTimeException e) {
        throw Rejection.malformed("time has a zone that is not known: " + Rejection.quoted(text));
      }
    }
    return reader.read(plain);
  }

  private String plain(String text) {
    String plain = BLANKS.matcher(text.strip()).replaceAll(" ");
    return format == null ? plain : iso(plain);
  }

  /** What the format does not fit is left for the usual reader. */
  private String iso(String text) {
    try {
      TemporalAccessor read =
          format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      return read instanceof ZonedDateTime zoned
          ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned)
          : read instanceof LocalDateTime local
              ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local)
              : read.toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  private long close(long stamp, long intervalMs) {
    return switch (stamps.label()) {
      case CLOSE -> stamp;
      case LAST -> Math.floorDiv(stamp + SECOND - 1, SECOND) * SECOND;
      case OPEN -> intervalMs == DAY ? dayOf(stamp) : stamp + intervalMs;
    };
  }

  /** The close of the day, or the same time on the next one where markets never close. */
  private long dayOf(long stamp) {
    ZonedDateTime there = Instant.ofEpochMilli(stamp).atZone(times.closeZone());
    LocalTime close = times.close();
    if (!there.toLocalTime().isAfter(close)) {
      return there.toLocalDate().atTime(close).atZone(times.closeZone()).toInstant().toEpochMilli();
    }
    ZoneId own = times.zone() == null ? ZoneOffset.UTC : times.zone();
    return Instant.ofEpochMilli(stamp).atZone(own).plusDays(1).toInstant().toEpochMilli();
  }
}

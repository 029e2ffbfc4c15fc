package io.mirrorcore.portfolio.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Days, or equal parts of them, of a market that never closes. They begin at midnight of a time
 * zone; where a change of clocks leaves less than a part at the end of a day, the part before it is
 * that much longer.
 *
 * @param lengthMs of a part, a divisor of a day, milliseconds
 * @param zone whose midnights part the days
 */
public record PartsOfDay(long lengthMs, ZoneId zone) implements PeriodEnds {

  private static final long DAY = Duration.ofDays(1).toMillis();

  public PartsOfDay {
    if (!(lengthMs > 0) || DAY % lengthMs != 0) {
      throw new IllegalArgumentException("a period must divide a day; have " + lengthMs + " ms");
    }
  }

  @Override
  public long endOf(long close) {
    // A bar that closes at midnight is the last of the day before.
    LocalDate day = Instant.ofEpochMilli(close - 1).atZone(zone).toLocalDate();
    long midnight = startOf(day);
    long next = startOf(day.plusDays(1));
    long end = midnight - Math.floorDiv(midnight - close, lengthMs) * lengthMs;
    return next - end < lengthMs ? next : end;
  }

  @Override
  public long endAfter(long end, long millis) {
    // The middle of a period is in it whatever the clocks do; whole periods end where they end.
    return millis % lengthMs == 0 ? endOf(end + millis - lengthMs / 2) : endOf(end + millis);
  }

  private long startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  @Override
  public String id() {
    return lengthMs + "ms " + zone;
  }
}

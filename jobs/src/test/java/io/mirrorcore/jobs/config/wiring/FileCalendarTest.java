package io.mirrorcore.jobs.config.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FileCalendarTest {

  private static final Path FILE = Path.of("data", "coins.csv");

  /** Every day of a year, also at weekends. */
  private static final long[] DAILY =
      LongStream.range(0, 365)
          .map(
              day ->
                  Instant.parse("2023-01-01T00:00:00Z").plus(Duration.ofDays(day)).toEpochMilli())
          .toArray();

  private static FileCalendar calendar(Predicate<String> given) {
    return FileCalendar.ofTimes(given, FILE, DAILY);
  }

  @Test
  void saysWhatItInfers() {
    assertThat(calendar(key -> false).inferred())
        .contains(
            "inferred from coins.csv: a bar every 1d, 1 bars a day, 365 a year"
                + " (bars.interval, bars.per-day, bars.per-year)");
  }

  @Test
  void doesNotCallInferredWhatTheUserHasSet() {
    Predicate<String> given = PipelineKeys.BARS_PER_YEAR.key()::equals;
    assertThat(calendar(given).inferred())
        .contains(
            "inferred from coins.csv: a bar every 1d, 1 bars a day (bars.interval, bars.per-day)");
    assertThat(calendar(given).barsPerYearSource(given)).isEqualTo("given");
  }
}

package io.mirrorcore.portfolio.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PartsOfDayTest {

  private static final long HOUR = 3_600_000;
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static String end(PeriodEnds ends, String close) {
    return Instant.ofEpochMilli(ends.endOf(Instant.parse(close).toEpochMilli())).toString();
  }

  @Test
  void aDayEndsAtMidnightOfItsZoneAndTheBarThatClosesThenIsItsLast() {
    PeriodEnds days = new PartsOfDay(24 * HOUR, NEW_YORK);
    assertThat(end(days, "2024-01-10T05:00:00Z")).isEqualTo("2024-01-10T05:00:00Z");
    assertThat(end(days, "2024-01-10T05:00:00.001Z")).isEqualTo("2024-01-11T05:00:00Z");
    assertThat(end(days, "2024-01-10T21:00:00Z")).isEqualTo("2024-01-11T05:00:00Z");
    assertThat(end(days, "2024-07-10T21:00:00Z")).isEqualTo("2024-07-11T04:00:00Z");
  }

  @Test
  void partsAreCountedFromMidnight() {
    PeriodEnds parts = new PartsOfDay(4 * HOUR, NEW_YORK);
    assertThat(end(parts, "2024-01-10T05:01:00Z")).isEqualTo("2024-01-10T09:00:00Z");
    assertThat(end(parts, "2024-01-10T09:00:00Z")).isEqualTo("2024-01-10T09:00:00Z");
    assertThat(end(parts, "2024-01-11T04:59:00Z")).isEqualTo("2024-01-11T05:00:00Z");
  }

  @Test
  void aDayWhoseClocksChangeEndsAtItsMidnightAllTheSame() {
    PeriodEnds days = new PartsOfDay(24 * HOUR, NEW_YORK);
    PeriodEnds parts = new PartsOfDay(4 * HOUR, NEW_YORK);
    // 23 hours on 10 March 2024, 25 hours on 3 November.
    assertThat(end(days, "2024-03-10T12:00:00Z")).isEqualTo("2024-03-11T04:00:00Z");
    assertThat(end(days, "2024-11-03T12:00:00Z")).isEqualTo("2024-11-04T05:00:00Z");
    assertThat(end(parts, "2024-03-11T02:00:00Z")).isEqualTo("2024-03-11T04:00:00Z");
    assertThat(end(parts, "2024-11-04T02:00:00Z")).isEqualTo("2024-11-04T05:00:00Z");
    assertThat(end(parts, "2024-11-04T04:30:00Z")).isEqualTo("2024-11-04T05:00:00Z");
  }

  @Test
  void everyBarIsAPeriodWhereBarsAreLonger() {
    assertThat(new EveryBar().endOf(1_234)).isEqualTo(1_234);
  }

  @Test
  void aPeriodMustDivideADay() {
    assertThatThrownBy(() -> new PartsOfDay(7 * HOUR, NEW_YORK))
        .hasMessage("a period must divide a day; have 25200000 ms");
  }
}

package io.mirrorcore.jobs.operator.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class RecentBarsTest {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MONTH = 28 * DAY;

  /** Whether an interval other than the one that is set was seen at any of 60 bars. */
  private static boolean isOther(long intervalMs, IntFunction<LocalDate> dates) {
    RecentBars bars = new RecentBars();
    boolean other = false;
    for (int i = 0; i < 60; i++) {
      bars.add(dates.apply(i).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
      other |= bars.otherThan(intervalMs) != 0;
    }
    return other;
  }

  @Test
  void monthsAreOfTwentyEightToThirtyOneDays() {
    LocalDate first = LocalDate.of(1992, 1, 1);
    assertThat(isOther(MONTH, first::plusMonths)).as("on the first").isFalse();
    assertThat(isOther(MONTH, i -> first.plusMonths(i + 1).minusDays(1))).as("the last").isFalse();
    assertThat(isOther(MONTH, i -> first.plusDays(28L * i))).as("of four weeks").isFalse();
  }

  @Test
  void whatIsNoMonthIsSeen() {
    LocalDate first = LocalDate.of(1992, 1, 1);
    assertThat(isOther(MONTH, i -> first.plusMonths(3L * i))).as("quarters").isTrue();
    assertThat(isOther(MONTH, first::plusDays)).as("days").isTrue();
    assertThat(isOther(7 * DAY, first::plusMonths)).as("months for weeks").isTrue();
    assertThat(isOther(7 * DAY, i -> first.plusDays(7L * i))).as("weeks").isFalse();
  }
}

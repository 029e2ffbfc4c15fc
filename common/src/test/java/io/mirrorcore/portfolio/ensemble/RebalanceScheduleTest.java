package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.period.EveryBar;
import io.mirrorcore.portfolio.period.PartsOfDay;
import io.mirrorcore.portfolio.period.PeriodEnds;
import io.mirrorcore.regime.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RebalanceScheduleTest {

  @Test
  void weightsAreDueEveryPeriodUntilThereAreSomeAndThenByTheCadenceOfTheMoment() {
    RebalanceSchedule schedule = new RebalanceSchedule();
    Cadence three = Cadence.ofBars(3);
    assertThat(schedule.isDue(10, 1, three, false)).isTrue();
    assertThat(schedule.isDue(11, 1, three, false)).isTrue();
    assertThat(schedule.isDue(12, 1, three, true)).isFalse();
    assertThat(schedule.isDue(13, 1, three, true)).isFalse();
    RebalanceSchedule restored = Restored.from(schedule, new RebalanceSchedule());
    assertThat(restored.isDue(14, 1, three, true)).isTrue();
    assertThat(restored.isDue(15, 1, Cadence.ofMillis(2), true)).isFalse();
    assertThat(restored.isDue(16, 1, Cadence.ofMillis(2), true)).isTrue();
  }

  @Test
  void saysWhenTheyAreDueNext() {
    RebalanceSchedule schedule = new RebalanceSchedule();
    long day = 86_400_000;
    schedule.isDue(10 * day, 1, Cadence.ofDays(7), false);
    assertThat(schedule.next(Cadence.ofDays(7), new EveryBar())).isEqualTo(17 * day);
    assertThat(schedule.next(Cadence.ofBars(3), new EveryBar())).isEqualTo(13 * day);
    assertThat(schedule.next(Cadence.ofMillis(100), new EveryBar(60))).isEqualTo(10 * day + 120);
    PeriodEnds days = new PartsOfDay(day, ZoneId.of("America/New_York"));
    long midnight = Instant.parse("2024-03-08T05:00:00Z").toEpochMilli();
    schedule.isDue(midnight, 1, Cadence.ofDays(1), true);
    assertThat(schedule.next(Cadence.ofBars(1), days)).isEqualTo(midnight + day);
    // The clocks go forward on the 10th: that day has 23 hours.
    assertThat(schedule.next(Cadence.ofBars(3), days)).isEqualTo(midnight + 3 * day - 3_600_000);
  }
}

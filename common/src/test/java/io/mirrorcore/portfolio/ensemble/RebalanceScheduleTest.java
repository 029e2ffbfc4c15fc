package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.regime.Cadence;
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
}

package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.regime.Cadence;
import org.junit.jupiter.api.Test;

class RebalanceScheduleTest {

  @Test
  void weightsAreDueEveryBarUntilThereAreSomeAndThenByTheCadenceOfTheMoment() {
    RebalanceSchedule schedule = new RebalanceSchedule();
    Cadence three = Cadence.ofBars(3);
    assertThat(schedule.isDue(10, three, false)).isTrue();
    assertThat(schedule.isDue(11, three, false)).isTrue();
    assertThat(schedule.isDue(12, three, true)).isFalse();
    assertThat(schedule.isDue(13, three, true)).isFalse();
    RebalanceSchedule restored = Restored.from(schedule, new RebalanceSchedule());
    assertThat(restored.isDue(14, three, true)).isTrue();
    assertThat(restored.isDue(15, Cadence.ofMillis(2), true)).isFalse();
    assertThat(restored.isDue(16, Cadence.ofMillis(2), true)).isTrue();
  }
}

package io.mirrorcore.strategy;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class TimedLatchTest {

  private TimedLatch latch = new TimedLatch(3);

  private String step(int side) {
    latch = Saved.copy(latch, new TimedLatch(3));
    return says(latch.signal(side, 0.5));
  }

  @Test
  void holdsForItsBarsAndNoLonger() {
    assertThat(step(0)).isEqualTo("HOLD 0.0");
    assertThat(step(1)).isEqualTo("BUY 1.0");
    assertThat(step(0)).isEqualTo("HOLD 1.0");
    assertThat(step(0)).isEqualTo("HOLD 1.0");
    assertThat(step(0)).isEqualTo("HOLD EXIT 0.0");
    assertThat(step(0)).isEqualTo("HOLD 0.0");
  }

  @Test
  void theSameConditionDoesNotProlongAPosition() {
    step(-1);
    assertThat(step(-1)).isEqualTo("HOLD -1.0");
    assertThat(step(-1)).isEqualTo("HOLD -1.0");
    assertThat(step(0)).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void whenItsTimeIsOverTheSameConditionKeepsIt() {
    step(1);
    step(0);
    step(0);
    assertThat(step(1)).isEqualTo("HOLD 1.0");
    assertThat(step(0)).isEqualTo("HOLD 1.0");
    assertThat(step(0)).isEqualTo("HOLD 1.0");
    assertThat(step(0)).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void theOppositeEntryStartsItsOwnTime() {
    step(1);
    step(0);
    assertThat(step(-1)).isEqualTo("SELL -1.0");
    assertThat(step(0)).isEqualTo("HOLD -1.0");
    assertThat(step(0)).isEqualTo("HOLD -1.0");
    assertThat(step(0)).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void aRestartingOneCountsFromTheNewestBarOfItsCondition() {
    latch = TimedLatch.restarting(3);
    assertThat(says(latch.signal(1, 0.5))).isEqualTo("BUY 1.0");
    assertThat(says(latch.signal(0, 0.5))).isEqualTo("HOLD 1.0");
    assertThat(says(latch.signal(1, 0.5))).isEqualTo("HOLD 1.0");
    latch = Saved.copy(latch, TimedLatch.restarting(3));
    assertThat(says(latch.signal(0, 0.5))).isEqualTo("HOLD 1.0");
    assertThat(says(latch.signal(0, 0.5))).isEqualTo("HOLD 1.0");
    assertThat(says(latch.signal(0, 0.5))).isEqualTo("HOLD EXIT 0.0");
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThatThrownBy(() -> new TimedLatch(0)).hasMessage("bars must be at least 1; have 0");
  }
}

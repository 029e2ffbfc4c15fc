package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.strategy.Run;
import org.junit.jupiter.api.Test;

class HoldTest {

  @Test
  void buysAtTheFirstBarAndNeverSells() {
    Run run = Run.of(new Hold());
    assertThat(says(run.flat(100))).isEqualTo("BUY 1.0");
    assertThat(says(run.flat(1))).isEqualTo("HOLD 1.0");
    assertThat(says(run.flat(10_000))).isEqualTo("HOLD 1.0");
    assertThat(run.flat(1).confidence()).isEqualTo(1);
  }

  @Test
  void isOffUnlessAskedFor() {
    assertThat(new Hold().enabledByDefault()).isFalse();
    assertThat(new UtBot().enabledByDefault()).isTrue();
  }
}

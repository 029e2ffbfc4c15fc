package io.mirrorcore.strategy;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.state.Saved;
import org.junit.jupiter.api.Test;

class LatchTest {

  private final Latch latch = new Latch();

  private String step(int side, boolean exit) {
    return says(latch.signal(side, exit, 0.5, 1));
  }

  @Test
  void aPositionStaysUntilTheOppositeEntryOrAnExit() {
    assertThat(step(0, true)).as("nothing to exit from").isEqualTo("HOLD 0.0");
    assertThat(step(1, false)).isEqualTo("BUY 1.0");
    assertThat(step(0, false)).isEqualTo("HOLD 1.0");
    assertThat(step(1, false)).as("already there").isEqualTo("HOLD 1.0");
    assertThat(step(-1, false)).isEqualTo("SELL -1.0");
    assertThat(step(0, true)).isEqualTo("HOLD EXIT 0.0");
    assertThat(step(0, true)).isEqualTo("HOLD 0.0");
  }

  @Test
  void anEntryIsTestedBeforeAnExit() {
    step(1, false);
    assertThat(step(-1, true)).isEqualTo("SELL -1.0");
    assertThat(step(-1, true)).isEqualTo("HOLD -1.0");
  }

  @Test
  void loadsWhatItSaved() {
    step(-1, false);
    assertThat(Saved.copy(latch, new Latch()).position()).isEqualTo(-1);
  }
}

package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {

  @Test
  void givesTheSameRowsForTheSameSeed() {
    int[] rows = StationaryBootstrap.draw(60, 48, 5, new SplittableRandom(42));

    assertThat(rows).hasSize(48).isEqualTo(StationaryBootstrap.draw(60, 48, 5, seeded(42)));
    assertThat(rows).isNotEqualTo(StationaryBootstrap.draw(60, 48, 5, seeded(43)));
  }

  /** A mean block no sample can outlast never restarts: what follows is the circle. */
  @Test
  void runsOnInACircle() {
    int[] rows = StationaryBootstrap.draw(4, 9, 1e18, seeded(1));

    for (int k = 1; k < rows.length; k++) {
      assertThat(rows[k]).isEqualTo((rows[k - 1] + 1) % 4);
    }
  }

  @Test
  void hasBlocksOfTheMeanLengthAskedFor() {
    int[] rows = StationaryBootstrap.draw(1000, 200_000, 5, seeded(2));
    int blocks = 1;
    for (int k = 1; k < rows.length; k++) {
      blocks += rows[k] == (rows[k - 1] + 1) % 1000 ? 0 : 1;
    }
    assertThat((double) rows.length / blocks).isCloseTo(5, within(0.1));
  }

  @Test
  void drawsEveryRowEquallyOften() {
    int[] counts = new int[20];
    for (int row : StationaryBootstrap.draw(20, 400_000, 5, seeded(3))) {
      counts[row]++;
    }
    for (int count : counts) {
      assertThat(count / 20_000.0).isCloseTo(1, within(0.05));
    }
  }

  @Test
  void drawsIndependentRowsForBlocksOfOne() {
    int[] rows = StationaryBootstrap.draw(10, 100_000, 1, seeded(4));
    int successors = 0;
    for (int k = 1; k < rows.length; k++) {
      successors += rows[k] == (rows[k - 1] + 1) % 10 ? 1 : 0;
    }
    assertThat(successors / 100_000.0).isCloseTo(0.1, within(0.01));
  }

  @Test
  void refusesImpossibleArguments() {
    assertThatThrownBy(() -> StationaryBootstrap.draw(0, 1, 5, seeded(1)))
        .hasMessage("observations must be at least 1; have 0");
    assertThatThrownBy(() -> StationaryBootstrap.draw(1, -1, 5, seeded(1)))
        .hasMessage("size must be at least 0; have -1");
    assertThatThrownBy(() -> StationaryBootstrap.draw(1, 1, Double.NaN, seeded(1)))
        .hasMessage("meanBlock must be at least 1; have NaN");
  }

  private static SplittableRandom seeded(long seed) {
    return new SplittableRandom(seed);
  }
}

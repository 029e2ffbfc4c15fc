package io.mirrorcore.backtest.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgainstBenchmarkTest {

  /**
   * Four bars, four to a year.
   *
   * <pre>
   *   x           0.10, -0.05, 0.21, -0.10   mean 0.04, deviations 0.06, -0.09, 0.17, -0.14
   *   y           0.06, -0.02, 0.10, -0.06   mean 0.02, deviations 0.04, -0.04, 0.08, -0.08
   *   sum dx dx   0.0036 + 0.0081 + 0.0289 + 0.0196 = 0.0602
   *   sum dx dy   0.0024 + 0.0036 + 0.0136 + 0.0112 = 0.0308
   *   sum dy dy   0.0016 + 0.0016 + 0.0064 + 0.0064 = 0.0160
   *   beta        0.0308 / 0.0602 = 22/43;  alpha (0.02 - 0.04 * 22/43) * 4
   *   correlation 0.0308 / sqrt(0.0602 * 0.0160)
   *   up          (sqrt(1.06 * 1.10) - 1) / (sqrt(1.10 * 1.21) - 1)
   *   down        (sqrt(0.98 * 0.94) - 1) / (sqrt(0.95 * 0.90) - 1)
   * </pre>
   */
  @Test
  void everyFigureIsAsByHand() {
    AgainstBenchmark beside =
        AgainstBenchmark.of(
            "Ensemble",
            new double[] {0.06, -0.02, 0.10, -0.06},
            new double[] {0.10, -0.05, 0.21, -0.10},
            4);
    assertThat(beside.track()).isEqualTo("Ensemble");
    assertThat(beside.beta()).isCloseTo(22.0 / 43, within(1e-12));
    assertThat(beside.alpha()).isCloseTo((0.02 - 0.04 * 22 / 43) * 4, within(1e-12));
    assertThat(beside.correlation()).isCloseTo(0.0308 / Math.sqrt(0.0602 * 0.0160), within(1e-12));
    assertThat(beside.upCapture())
        .isCloseTo((Math.sqrt(1.06 * 1.10) - 1) / (Math.sqrt(1.10 * 1.21) - 1), within(1e-12));
    assertThat(beside.downCapture())
        .isCloseTo((Math.sqrt(0.98 * 0.94) - 1) / (Math.sqrt(0.95 * 0.90) - 1), within(1e-12));
  }

  @Test
  void theBenchmarkBesideItselfIsOne() {
    double[] x = {0.10, -0.05, 0.21, -0.10};
    AgainstBenchmark same = AgainstBenchmark.of("HOLD", x, x, 4);
    assertThat(same.beta()).isCloseTo(1, within(1e-15));
    assertThat(same.correlation()).isCloseTo(1, within(1e-15));
    assertThat(same.alpha()).isCloseTo(0, within(1e-15));
    assertThat(same.upCapture()).isEqualTo(1);
    assertThat(same.downCapture()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsUnknown() {
    AgainstBenchmark still =
        AgainstBenchmark.of("A", new double[] {0.1, 0.3}, new double[] {0, 0}, 4);
    assertThat(still.beta()).isZero();
    assertThat(still.alpha()).isCloseTo(0.8, within(1e-15));
    assertThat(still.correlation()).isNull();
    assertThat(still.upCapture()).isNull();
    assertThat(still.downCapture()).isNull();
    assertThat(AgainstBenchmark.of("A", new double[2], new double[2], 252).alpha())
        .as("two days are no year")
        .isNull();
    assertThat(AgainstBenchmark.of("A", new double[1], new double[1], 4).beta()).isZero();
  }

  @Test
  void aTrackThatLostEverythingHasABoundedCapture() {
    AgainstBenchmark lost =
        AgainstBenchmark.of("A", new double[] {-1, 0}, new double[] {0.01, -0.01}, 4);
    assertThat(lost.upCapture()).isCloseTo(-100, within(1e-9));
    assertThat(lost.downCapture()).isZero();
  }

  @Test
  void otherBarsAreRefused() {
    assertThatThrownBy(() -> AgainstBenchmark.of("A", new double[2], new double[3], 252))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have 2 and 3");
    assertThatThrownBy(() -> AgainstBenchmark.of("A", new double[0], new double[0], 252))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientTrendTest {

  private static final double BAND = 0.618 * 2.5;

  @Test
  void tradesTheTurnsByHand() {
    Run run = Run.of(new GradientTrend(), Map.of("length", 3.0)); // alpha 1/2
    for (int i = 0; i < 12; i++) {
      assertThat(run.flat(100).isWarmup()).isTrue();
    }
    assertSays(run.flat(100), "HOLD 0.0", 0, 100, 0, 0);
    // Averages 104, 102, 101; ranges of 8: 4, 2, 1; the close is 7 from its base, band 1.545.
    assertSays(run.bar(110, 102, 108, 1), "BUY 1.0", 1, 101, 1, BAND);
    // Averages 102, 102, 101.5, less the 100 of two bars ago; ranges 2, 2, 1.5.
    assertSays(run.flat(100), "HOLD 1.0", 1.5 / (1.5 * BAND), 101.5, 1.5, 1.5 * BAND);
    // Averages 97, 99.5, 100.5, less the 101 of two bars ago; ranges 1, 1.5, 1.5.
    assertSays(run.flat(92), "SELL -1.0", 1, 100.5, -0.5, 1.5 * BAND);
    // Averages 94.5, 97, 98.75.
    assertSays(run.flat(92), "HOLD -1.0", 1, 98.75, -2.75, 1.25 * BAND);
  }

  private static void assertSays(Signal signal, String says, double confidence, double... numbers) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.confidence()).isCloseTo(confidence, within(1e-12));
    assertThat(signal.attributes()).containsExactly(numbers, within(1e-12));
  }

  @Test
  void aSeriesDoesNotBeginWithAFalseUpTrend() {
    // Started from 0, the base would rise towards the falling price for dozens of bars.
    Run run = Run.of(new GradientTrend());
    for (int i = 0; i < 300; i++) {
      Signal signal = run.bar(1001 - i, 999 - i, 1000 - i, 1);
      assertThat(signal.position()).as("bar %d", i).isNotPositive();
    }
  }

  @Test
  void holdsDuringWarmUp() {
    // P(B <= 2) of 105 + 2 draws of 1/13 is 0.0096, of one fewer 0.0103.
    Run run = Run.of(new GradientTrend());
    for (int i = 0; i < 105; i++) {
      assertThat(run.flat(100 + i % 7).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }

  @Test
  void flatPricesGiveNoSignalAndNoConfidence() {
    Run run = Run.of(new GradientTrend());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 300; i++) {
      signal = run.flat(100.1);
      assertThat(signal.position()).isZero();
    }
    assertThat(signal.confidence()).isZero();
    assertThat(signal.attributes()).containsExactly(100.1, 0, 0);
  }
}

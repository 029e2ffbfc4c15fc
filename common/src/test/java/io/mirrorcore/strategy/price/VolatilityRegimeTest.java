package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolatilityRegimeTest {

  private static final Map<String, Double> SMALL =
      Map.of(
          "vol_window", 2.0,
          "rank_window", 3.0,
          "low", 0.4,
          "macd_fast", 1.0,
          "macd_slow", 2.0,
          "macd_signal", 2.0);

  @Test
  void followsWhenLoudAndOpposesWhenCalmByHand() {
    Run run = Run.of(new VolatilityRegime(), SMALL);
    for (int i = 0; i < 7; i++) {
      // 2 + 5 closes until 1/3^5 < 1 % of the slow average, one more for the signal line.
      assertThat(run.flat(100).isWarmup()).isTrue();
    }
    // Deviations 0, 0, 0.1 / sqrt 2: rank 1. MACD 110 - 106.667; signal 2/3 of it.
    assertSays(run.flat(110), "BUY HIGH 1.0", 0.7, 1, 0.1 / Math.sqrt(2), 10 / 3.0, 20 / 9.0);
    // Deviations 0, x, x: rank 1. Slow 108.889; signal 20/9 + 2/3 (10/9 - 20/9).
    assertSays(run.flat(110), "SELL HIGH -1.0", 0.7, 1, 0.1 / Math.sqrt(2), 10 / 9.0, 40 / 27.0);
    // No move in two returns: no volatility to rank. Signal 40/27 + 2/3 (10/27 - 40/27) = 20/27.
    assertSays(run.flat(110), "HOLD MEDIUM 0.0", 0, 0.5, 0, 10 / 27.0, 20 / 27.0);
    // Deviations x, 0, 0.01 / sqrt 2: rank 2/3.
    Signal medium = run.flat(111.1);
    assertThat(says(medium)).isEqualTo("HOLD MEDIUM 0.0");
    assertThat(medium.attributes()[0]).isCloseTo(2 / 3.0, within(1e-15));
    // A move up and a larger one: loud. Then a small fall: 0.004 beside 0.04 and 0.05.
    run.flat(111.1 * 1.05);
    run.flat(111.1 * 1.05);
    Signal calm = run.flat(111.1 * 1.05 * 0.996);
    assertThat(calm.attributes()[0]).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(calm.attributes()[4]).isNegative();
    assertThat(says(calm)).as("against the histogram").isEqualTo("BUY LOW 1.0");
    assertThat(calm.confidence()).isEqualTo(0.6);
  }

  private static void assertSays(
      Signal signal,
      String says,
      double confidence,
      double rank,
      double volatility,
      double macd,
      double macdSignal) {
    assertThat(says(signal)).isEqualTo(says);
    assertThat(signal.confidence()).isEqualTo(confidence);
    double[] expected = {rank, volatility, macd, macdSignal, macd - macdSignal};
    assertThat(signal.attributes()).containsExactly(expected, within(1e-12));
  }

  @Test
  void holdsDuringWarmUp() {
    // One close without a return, 19 returns to the first deviation, 250 of those.
    Run run = Run.of(new VolatilityRegime());
    for (int i = 0; i < 269; i++) {
      assertThat(run.flat(100 + i % 3).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }

  @Test
  void aMarketThatStoppedMovingIsNotLoud() {
    // Every one of the 250 deviations is 0, so each has rank 1; MACD has not quite decayed.
    Run run = Run.of(new VolatilityRegime());
    run.flat(50);
    run.flat(90);
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 300; i++) {
      signal = run.flat(100);
    }
    assertThat(signal.attributes()[4]).isNotZero();
    assertThat(signal.attributes()[0]).isEqualTo(0.5);
    assertThat(says(signal)).isEqualTo("HOLD MEDIUM 0.0");
  }

  @Test
  void impossibleParametersAreRefusedEachWithItsReason() {
    VolatilityRegime strategy = new VolatilityRegime();
    Parameters parameters =
        Parameters.of(
            strategy, Map.of("low", 0.9, "high", 0.5, "macd_fast", 30.0, "macd_slow", 20.0));
    assertThat(strategy.check(parameters)).hasSize(2);
    assertThat(strategy.check(parameters).get(0)).contains("low", "0.9", "high", "0.5");
    assertThat(strategy.check(parameters).get(1)).contains("macd-fast", "30", "macd-slow", "20");
  }
}

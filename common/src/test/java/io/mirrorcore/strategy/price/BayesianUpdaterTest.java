package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BayesianUpdaterTest {

  /** MACD's slow average: 26 of the seed, 60 until (25/27)^60 < 1 %. */
  private static final int WARM_UP_BARS = 85;

  private static Run flatMarket(Map<String, Double> set) {
    Run run = Run.first(new BayesianUpdater(), set);
    for (int i = 0; i < WARM_UP_BARS; i++) {
      assertThat(run.bar(100, 100, 100, 10).isWarmup()).isTrue();
    }
    return run;
  }

  @Test
  void withoutEvidenceTheBeliefIsThePrior() {
    Run run = flatMarket(Map.of());
    for (int i = 0; i < 50; i++) {
      Signal signal = run.bar(100, 100, 100, 10);
      assertThat(says(signal)).isEqualTo("HOLD 0.0");
      assertThat(signal.attributes()).containsExactly(0.5, 50, 0, 0, 0, 0);
      assertThat(signal.confidence()).isEqualTo(0.5);
    }
    Signal prior = flatMarket(Map.of("prior", 0.7)).bar(100, 100, 100, 10);
    assertThat(prior.attributes()[0]).isCloseTo(0.7, within(1e-15));
    assertThat(says(prior)).isEqualTo("BUY 0.6");
  }

  @Test
  void weighsEvidenceByHand() {
    Run run = flatMarket(Map.of());
    run.bar(100, 100, 100, 10);
    // RSI 100: SELL with k = 1, likelihoods 0.1 and 1.
    // MACD 10 (2/13 - 2/27), histogram 4/5 of it = 0.638177; SD of nineteen 100 and one 110 is
    // sqrt 5; k = 0.285402: BUY with likelihoods 0.785621 and 0.242920.
    // Volume 100 / 14.5 > 1.5 on a rise, k cut to 1: BUY, 1 and 0.1. It cancels the first.
    Signal jump = run.bar(110, 100, 110, 100);
    double histogram = 0.8 * 10 * (2.0 / 13 - 2.0 / 27);
    double k = histogram / Math.sqrt(5);
    double odds = (0.7 + 0.3 * k) / (0.3 - 0.2 * k);
    assertThat(histogram).isCloseTo(0.638177, within(1e-6));
    assertThat(jump.attributes()[0])
        .isCloseTo(odds / (1 + odds), within(1e-12))
        .isCloseTo(0.763821, within(1e-6));
    assertThat(jump.attributes()[1]).isEqualTo(100);
    assertThat(jump.attributes()[2]).isCloseTo(histogram, within(1e-12));
    // What each has said, and together with the prior of even odds the belief.
    assertThat(jump.attributes()[3]).isCloseTo(Math.log(0.1), within(1e-12));
    assertThat(jump.attributes()[4]).isCloseTo(Math.log(odds), within(1e-12));
    assertThat(jump.attributes()[5]).isCloseTo(Math.log(10), within(1e-12));
    assertThat(says(jump)).isEqualTo("STRONG_BUY 1.0");
    assertThat(jump.confidence()).isEqualTo(jump.attributes()[0]);

    // Mirrored: the fall gives the same belief the other way round.
    Run other = flatMarket(Map.of());
    other.bar(100, 100, 100, 10);
    Signal fall = other.bar(100, 90, 90, 100);
    assertThat(fall.attributes()[0]).isCloseTo(1 / (1 + odds), within(1e-12));
    assertThat(says(fall)).isEqualTo("STRONG_SELL -1.0");
  }

  @Test
  void theBeliefDecaysTowardsThePrior() {
    // After the jump, the same next bar with and without memory: without, only its own evidence.
    double[] logOdds = new double[2];
    for (int i = 0; i < 2; i++) {
      Run run = flatMarket(Map.of("memory", i == 0 ? 0 : 0.5));
      run.bar(100, 100, 100, 10);
      run.bar(110, 100, 110, 100);
      double p = run.bar(110, 110, 110, 10).attributes()[0];
      logOdds[i] = Math.log(p / (1 - p));
    }
    double jump = Math.log(0.763821 / (1 - 0.763821));
    assertThat(logOdds[1] - logOdds[0]).isCloseTo(0.5 * jump, within(1e-5));
  }

  @Test
  void aLongTrendDoesNotFreezeTheBelief() {
    Run run = flatMarket(Map.of());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 2000; i++) {
      double close = 100 + (i % 3 == 0 ? -0.5 : 0) + 0.3 * i;
      signal = run.bar(close, close, close, i % 3 == 0 ? 5 : 20);
    }
    assertThat(signal.attributes()[0]).isLessThan(1);
    double peak = 700;
    int bars = 0;
    while (signal.position() >= 0 && bars < 100) {
      peak -= 5;
      signal = run.bar(peak, peak, peak, 20);
      bars++;
    }
    assertThat(bars).as("bars of a fall until it sells").isLessThan(100);
  }

  @Test
  void closesWithoutAScaleSayNothing() {
    // 20 equal closes after a jump: the averages still differ, their scale is 0.
    Run run = flatMarket(Map.of("memory", 0.0));
    run.bar(110, 110, 110, 10);
    run.bar(105, 105, 105, 10);
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 20; i++) {
      signal = run.bar(105, 105, 105, 10);
    }
    assertThat(signal.attributes()[2]).isNotZero();
    assertThat(signal.attributes()[1]).isBetween(30.0, 70.0);
    assertThat(signal.attributes()[0]).isEqualTo(0.5);
  }

  @Test
  void zeroVolumeIsNoEvidence() {
    Run run = Run.first(new BayesianUpdater());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 120; i++) {
      signal = run.flat(100);
    }
    assertThat(signal.attributes()).containsExactly(0.5, 50, 0, 0, 0, 0);
  }

  @Test
  void aWeakThresholdAboveTheStrongOneIsRefused() {
    BayesianUpdater strategy = new BayesianUpdater();
    assertThat(strategy.check(Run.firstEdition(strategy, Map.of("weak", 0.8))))
        .hasSize(1)
        .first()
        .asString()
        .contains("weak", "strong", "0.8");
  }
}

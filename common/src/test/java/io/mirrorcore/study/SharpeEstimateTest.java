package io.mirrorcore.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharpeEstimateTest {

  @Test
  void isMeanOverDeviationAYear() {
    // Mean 1, deviation 2 / sqrt 3 of four: 3, 1 ... by hand: -1 1 1 3, squares 4 + 0 + 0 + 4 over
    // 3.
    assertThat(SharpeEstimate.of(new double[] {-1, 1, 1, 3}, 4).value())
        .isCloseTo(2 / Math.sqrt(8 / 3.0), within(1e-15));
  }

  @Test
  void itsIntervalHoldsTheTruthNineteenTimesInTwenty() {
    SplittableRandom random = new SplittableRandom(5);
    int held = 0;
    int trials = 400;
    for (int i = 0; i < trials; i++) {
      double[] returns = random.doubles(1000).map(u -> u - 0.5 + 0.01).toArray();
      SharpeEstimate estimate = SharpeEstimate.of(returns, 252);
      double truth = 0.01 * Math.sqrt(12) * Math.sqrt(252); // uniform: deviation 1 / sqrt 12
      held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }
    assertThat((double) held / trials).isBetween(0.91, 0.98);
  }

  @Test
  void memoryWidensIt() {
    SplittableRandom random = new SplittableRandom(5);
    double[] steady = new double[1000];
    double[] mixed = random.doubles(1000).map(u -> u - 0.5).toArray();
    for (int t = 0; t < 1000; t++) {
      steady[t] = mixed[t / 4 * 4]; // each return four times
    }
    SharpeEstimate one = SharpeEstimate.of(mixed, 252);
    SharpeEstimate four = SharpeEstimate.of(steady, 252);

    assertThat(four.high() - four.low()).isGreaterThan(1.5 * (one.high() - one.low()));
  }

  @Test
  void thereIsNoneOfWhatNeverVaries() {
    assertThatThrownBy(() -> SharpeEstimate.of(new double[] {1, 1}, 252))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must vary");
  }
}

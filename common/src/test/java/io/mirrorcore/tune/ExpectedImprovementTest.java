package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpectedImprovementTest {

  private static double of(double mean, double deviation, double best) {
    return ExpectedImprovement.of(new GaussianProcess.Posterior(mean, deviation), best);
  }

  @Test
  void isAPlainGainWhereNothingIsUncertain() {
    assertThat(of(3, 0, 2)).isEqualTo(1);
    assertThat(of(2, 0, 3)).isZero();
  }

  @Test
  void isDeviationTimesADensityWhereTheMeanIsTheBest() {
    assertThat(of(2, 0.5, 2)).isCloseTo(0.5 / Math.sqrt(2 * Math.PI), within(1e-15));
  }

  @Test
  void isTheIntegralOfTheGain() {
    for (double mean : new double[] {-1, 0.3, 2}) {
      double sum = 0;
      double step = 1e-4;
      for (double z = -10 + step / 2; z < 10; z += step) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        sum += Math.max(0, mean + 0.7 * z - 0.5) * density * step;
      }
      assertThat(of(mean, 0.7, 0.5)).isCloseTo(sum, within(1e-8));
    }
  }

  @Test
  void isNeverBelowZeroHoweverHopelessThePlace() {
    assertThat(of(-1e3, 1, 0)).isZero();
    assertThat(of(-20, 1, 0)).isBetween(0.0, 1e-80);
  }
}

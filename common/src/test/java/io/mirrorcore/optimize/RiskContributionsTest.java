package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskContributionsTest {

  /** w Sigma w = (4 + 1 + 1 + 9)/4, its parts 5/4 and 10/4. */
  @Test
  void areSharesOfTheVariance() {
    double[] sigma = {4, 1, 1, 9};
    double[] equal = {0.5, 0.5};

    assertThat(RiskContributions.of(equal, sigma))
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    assertThat(RiskContributions.variance(equal, sigma)).isEqualTo(3.75);
  }

  /** 0.9 (0.9 - 0.1) against 0.1 (0.1 - 0.9): 0.72 and -0.08 of 0.64. */
  @Test
  void areNegativeForAHedge() {
    double[] sigma = {1, -1, -1, 1};

    assertThat(RiskContributions.of(new double[] {0.9, 0.1}, sigma))
        .containsExactly(new double[] {1.125, -0.125}, within(1e-14));
  }

  @Test
  void areTheWeightsWhereThereIsNoRisk() {
    assertThat(RiskContributions.of(new double[] {0.25, 0.75}, new double[4]))
        .containsExactly(0.25, 0.75);
    assertThat(RiskContributions.of(new double[] {0.5, 0.5}, new double[] {1, -1, -1, 1}))
        .containsExactly(0.5, 0.5);
  }

  @Test
  void addUpToOne() {
    SplittableRandom random = new SplittableRandom(83);
    for (int k = 0; k < 100; k++) {
      int n = 1 + random.nextInt(20);
      double[] x = random.doubles(n, -1, 1).toArray();
      double[] sigma = new double[n * n];
      for (int i = 0; i < sigma.length; i++) {
        sigma[i] = x[i / n] * x[i % n] + (i % (n + 1) == 0 ? 0.5 : 0);
      }
      double[] weights = random.doubles(n).toArray();

      assertThat(Arrays.stream(RiskContributions.of(weights, sigma)).sum())
          .isCloseTo(1, within(1e-13));
    }
  }
}

package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.matrix.SymmetricEigenvalues;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairwiseEstimatesTest {

  private static final double NONE = Double.NaN;

  private static final EstimatorSettings SAMPLE =
      new EstimatorSettings(MeanMethod.ROLLING, CovarianceMethod.SAMPLE, 0.1, 20);

  @Test
  void takesEachMeanAndEachCorrelationFromTheRowsThatHaveIt() {
    double[][] returns = {{0.01, NONE}, {0.03, 0.02}, {-0.01, 0.00}, {0.05, 0.04}};
    Estimates estimates = PairwiseEstimates.of(returns, List.of("A", "B"), SAMPLE);
    assertThat(estimates.mean()).containsExactly(new double[] {0.02, 0.02}, within(1e-15));
    double ofA = SampleCovariance.of(new double[][] {{0.01}, {0.03}, {-0.01}, {0.05}}).get(0, 0);
    double ofB = SampleCovariance.of(new double[][] {{0.02}, {0.00}, {0.04}}).get(0, 0);
    assertThat(estimates.covariance().get(0, 0)).isEqualTo(ofA);
    assertThat(estimates.covariance().get(1, 1)).isEqualTo(ofB);
    Covariance both =
        SampleCovariance.of(new double[][] {{0.03, 0.02}, {-0.01, 0.00}, {0.05, 0.04}});
    double correlation = both.get(0, 1) / Math.sqrt(both.get(0, 0) * both.get(1, 1));
    assertThat(estimates.covariance().get(0, 1))
        .isCloseTo(correlation * Math.sqrt(ofA * ofB), within(1e-18));
  }

  @Test
  void withoutHolesIsTheSampleCovariance() {
    double[][] returns = random(60, 4, 1);
    Estimates estimates = PairwiseEstimates.of(returns, List.of("A", "B", "C", "D"), SAMPLE);
    Estimates whole = Estimates.of(returns, SAMPLE);
    assertThat(estimates.mean()).containsExactly(whole.mean(), within(1e-15));
    assertThat(estimates.covariance().matrix())
        .containsExactly(whole.covariance().matrix(), within(1e-17));
  }

  private static double[][] random(int rows, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] returns = new double[rows][n];
    for (double[] row : returns) {
      double market = random.nextGaussian();
      for (int i = 0; i < n; i++) {
        row[i] = 0.01 * (market + 0.2 * random.nextGaussian());
      }
    }
    return returns;
  }

  @Test
  void neverHasANegativeVarianceOfAnyPortfolio() {
    int repaired = 0;
    for (int seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] returns = random(12, 5, 100 + seed);
      for (double[] row : returns) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(3) == 0 ? NONE : row[i];
        }
      }
      Estimates estimates;
      try {
        estimates = PairwiseEstimates.of(returns, List.of("A", "B", "C", "D", "E"), SAMPLE);
      } catch (IllegalArgumentException tooFewInCommon) {
        continue;
      }
      double least = Double.POSITIVE_INFINITY;
      for (double value : SymmetricEigenvalues.of(estimates.covariance().matrix().clone(), 5)) {
        least = Math.min(least, value);
      }
      assertThat(least).as("seed %d", seed).isGreaterThan(-1e-17);
      repaired += least < 1e-12 ? 1 : 0;
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          assertThat(estimates.covariance().get(i, j)).isEqualTo(estimates.covariance().get(j, i));
        }
      }
    }
    assertThat(repaired).as("matrices that were no covariance").isGreaterThan(5);
  }

  @Test
  void namesThoseThatHaveTooLittleInCommon() {
    double[][] returns = {{0.01, NONE}, {0.03, NONE}, {NONE, 0.01}, {0.01, 0.04}};
    assertThatThrownBy(() -> PairwiseEstimates.of(returns, List.of("A", "B"), SAMPLE))
        .hasMessage("B must have at least 2 returns at times of A; have 1");
  }
}

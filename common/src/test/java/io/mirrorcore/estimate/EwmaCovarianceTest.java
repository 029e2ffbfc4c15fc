package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EwmaCovarianceTest {

  /** Weights 1/3 and 2/3, mean 2, variance (4/3 + 2/3) / (1 - 5/9) = 9/2. */
  @Test
  void weighsAsWorkedOutByHand() {
    Covariance sigma = EwmaCovariance.of(new double[][] {{0, 6}, {3, 0}}, 1);

    assertThat(sigma.matrix()).containsExactly(new double[] {4.5, -9, -9, 18}, within(1e-14));
    assertThat(sigma.shrinkage()).isZero();
  }

  @Test
  void isTheWeightedSumOfProducts() {
    Random random = new Random(12);
    double[][] returns = RandomReturns.of(random, 45, 4);
    double[] weights = new double[45];
    double total = 0;
    for (int t = 0; t < 45; t++) {
      weights[t] = Math.exp(Math.log(2) / 7 * (t - 44));
      total += weights[t];
    }
    double[] mean = new double[4];
    double squares = 0;
    for (int t = 0; t < 45; t++) {
      weights[t] /= total;
      squares += weights[t] * weights[t];
      for (int i = 0; i < 4; i++) {
        mean[i] += weights[t] * returns[t][i];
      }
    }
    Covariance sigma = EwmaCovariance.of(returns, 7);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double expected = 0;
        for (int t = 0; t < 45; t++) {
          expected += weights[t] * (returns[t][i] - mean[i]) * (returns[t][j] - mean[j]);
        }
        assertThat(sigma.get(i, j)).isCloseTo(expected / (1 - squares), within(1e-17));
      }
    }
  }

  @Test
  void isTheSampleCovarianceForAnEndlessHalfLife() {
    double[][] returns = RandomReturns.of(new Random(13), 30, 5);
    assertThat(EwmaCovariance.of(returns, 1e300).matrix())
        .containsExactly(SampleCovariance.of(returns).matrix(), within(1e-17));
  }

  @Test
  void hardlySeesRowsManyHalfLivesOld() {
    double[][] returns = RandomReturns.of(new Random(14), 100, 3);
    double[] recent = EwmaCovariance.of(returns, 2).matrix();
    returns[0] = new double[] {1, -1, 1};
    assertThat(EwmaCovariance.of(returns, 2).matrix()).containsExactly(recent, within(1e-14));
  }

  @Test
  void givesConstantColumnsExactlyNoVarianceAndSurvivesTwoRows() {
    Covariance sigma = EwmaCovariance.of(new double[][] {{0.1, 1}, {0.1, 3}, {0.1, 4}}, 3);
    assertThat(new double[] {sigma.get(0, 0), sigma.get(0, 1)}).containsOnly(0.0);
    assertThat(EwmaCovariance.of(new double[][] {{1}, {2}}, 1e300).get(0, 0))
        .isCloseTo(0.5, within(1e-15));
  }

  @Test
  void refusesAHalfLifeBelowOneBarAndBadReturns() {
    double[][] returns = {{1, 2}, {1, Double.NaN}};
    assertThatThrownBy(() -> EwmaCovariance.of(returns, Double.NaN))
        .hasMessage("halfLife must be at least 1; have NaN");
    assertThatThrownBy(() -> EwmaCovariance.of(returns, 0.9)).hasMessageContaining("have 0.9");
    assertThatThrownBy(() -> EwmaCovariance.of(returns, 5))
        .hasMessage("return of column 1 in row 1 must be finite; have NaN");
  }
}

package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightConfidenceTest {

  /**
   * The first strategy gains 1 or loses 1, the second does nothing. With alpha 1 the newest row of
   * a sample is its mean, and with risk free the better strategy takes all: weights of 0 or 1, half
   * of the time each, hence sd 1/2 and no confidence.
   */
  @Test
  void isNoneForWeightsThatJumpBetweenNothingAndTheCap() {
    double[][] returns = {{1, 0}, {-1, 0}};
    WeightConfidence confidence =
        WeightConfidence.of(returns, settings(2, 4000, 1, 0, 0), new SplittableRandom(1));

    double first = confidence.meanWeights()[0];
    assertThat(first).isCloseTo(0.5, within(0.03));
    double sd = Math.sqrt(first * (1 - first));
    assertThat(confidence.perStrategy())
        .containsExactly(new double[] {1 - 2 * sd, 1 - 2 * sd}, within(1e-9));
    assertThat(confidence.solved()).isEqualTo(4000);
  }

  @Test
  void isFullForWeightsThatNoSampleMoves() {
    double[][] returns = new double[60][3];
    WeightConfidence confidence =
        WeightConfidence.of(returns, settings(3, 100, 0.1, 100, 0.05), new SplittableRandom(1));

    assertThat(confidence.perStrategy()).containsExactly(1, 1, 1);
    assertThat(confidence.overall(confidence.meanWeights())).isCloseTo(1, within(1e-15));
  }

  @Test
  void staysWithinItsRangeAndTheMeanWithinItsBounds() {
    Random random = new Random(31);
    for (int k = 0; k < 40; k++) {
      int n = 1 + k % 19;
      double[][] returns = returns(random, 60, n);
      WeightConfidence.Settings settings = settings(n, 20, 0.1, 1 + 10 * (k % 5), 0.001);
      WeightConfidence confidence = WeightConfidence.of(returns, settings, new SplittableRandom(k));

      double sum = 0;
      for (int i = 0; i < n; i++) {
        assertThat(confidence.perStrategy()[i]).isBetween(0.0, 1.0);
        assertThat(confidence.meanWeights()[i]).isBetween(0.0, settings.upper()[i]);
        sum += confidence.meanWeights()[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
      assertThat(confidence.overall(confidence.meanWeights())).isBetween(0.0, 1.0);
    }
  }

  @Test
  void drawsTheSameForTheSameSeed() {
    double[][] returns = returns(new Random(32), 60, 5);
    WeightConfidence.Settings settings = settings(5, 20, 0.1, 100, 0.001);
    WeightConfidence first = WeightConfidence.of(returns, settings, new SplittableRandom(9));
    WeightConfidence again = WeightConfidence.of(returns, settings, new SplittableRandom(9));
    WeightConfidence other = WeightConfidence.of(returns, settings, new SplittableRandom(10));

    assertThat(again.perStrategy()).isEqualTo(first.perStrategy());
    assertThat(again.meanWeights()).isEqualTo(first.meanWeights());
    assertThat(other.meanWeights()).isNotEqualTo(first.meanWeights());
  }

  @Test
  void growsWithThePenaltyThatTiesWeightsDown() {
    double[][] returns = returns(new Random(33), 60, 5);
    double[] equal = {0.2, 0.2, 0.2, 0.2, 0.2};
    double loose =
        WeightConfidence.of(returns, settings(5, 50, 0.1, 10, 0), new SplittableRandom(1))
            .overall(equal);
    double tied =
        WeightConfidence.of(returns, settings(5, 50, 0.1, 10, 1), new SplittableRandom(1))
            .overall(equal);

    assertThat(tied).isGreaterThan(loose + 0.2);
  }

  @Test
  void isSureOfAStrategyThatMayHoldNothing() {
    double[][] returns = returns(new Random(34), 60, 2);
    WeightConfidence.Settings settings =
        new WeightConfidence.Settings(
            10, 0.8, 5, 0.1, 1, 1e-5, 100, 0.05, new double[] {0, 1}, new double[2]);

    assertThat(WeightConfidence.of(returns, settings, new SplittableRandom(1)).perStrategy())
        .containsExactly(1, 1);
  }

  @Test
  void refusesWhatCannotBeSolved() {
    assertThatThrownBy(() -> settings(3, 1, 0.1, 1, 1))
        .hasMessage("samples must be at least 2; have 1");
    double[][] returns = returns(new Random(35), 60, 2);
    WeightConfidence.Settings tight =
        new WeightConfidence.Settings(
            10, 0.8, 5, 0.1, 1, 1e-5, 100, 0.05, new double[] {0.4, 0.4}, new double[2]);
    assertThatThrownBy(() -> WeightConfidence.of(returns, tight, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the 2 upper bounds must sum to at least 1; have 0.8");
    returns[7][1] = Double.NaN;
    assertThatThrownBy(
            () -> WeightConfidence.of(returns, settings(2, 9, 1, 1, 1), new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 1");
  }

  private static WeightConfidence.Settings settings(
      int n, int samples, double alpha, double lambda, double eta) {
    double[] upper = new double[n];
    Arrays.fill(upper, Math.max(0.4, n <= 2 ? 1 : 0));
    double[] previous = new double[n];
    Arrays.fill(previous, 1.0 / n);
    return new WeightConfidence.Settings(
        samples, 0.8, 5, alpha, 24, 1e-5, lambda, eta, upper, previous);
  }

  private static double[][] returns(Random random, int rows, int n) {
    double[][] returns = new double[rows][n];
    for (double[] row : returns) {
      for (int i = 0; i < n; i++) {
        row[i] = 0.01 * random.nextGaussian();
      }
    }
    return returns;
  }
}

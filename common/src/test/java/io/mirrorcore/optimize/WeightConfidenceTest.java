package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.EwmaMean;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
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
        confidence(returns, settings(2, 4000, 1, 0, 0), new SplittableRandom(1));

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
        confidence(returns, settings(3, 100, 0.1, 100, 0.05), new SplittableRandom(1));

    assertThat(confidence.perStrategy()).containsExactly(1, 1, 1);
    assertThat(confidence.overall(confidence.meanWeights())).isCloseTo(1, within(1e-15));
  }

  @Test
  void staysWithinItsRangeAndTheMeanWithinItsBounds() {
    Random random = new Random(31);
    for (int k = 0; k < 40; k++) {
      int n = 1 + k % 19;
      double[][] returns = returns(random, 60, n);
      Settings settings = settings(n, 20, 0.1, 1 + 10 * (k % 5), 0.001);
      WeightConfidence confidence = confidence(returns, settings, new SplittableRandom(k));

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
    Settings settings = settings(5, 20, 0.1, 100, 0.001);
    WeightConfidence first = confidence(returns, settings, new SplittableRandom(9));
    WeightConfidence again = confidence(returns, settings, new SplittableRandom(9));
    WeightConfidence other = confidence(returns, settings, new SplittableRandom(10));

    assertThat(again.perStrategy()).isEqualTo(first.perStrategy());
    assertThat(again.meanWeights()).isEqualTo(first.meanWeights());
    assertThat(other.meanWeights()).isNotEqualTo(first.meanWeights());
  }

  @Test
  void growsWithThePenaltyThatTiesWeightsDown() {
    double[][] returns = returns(new Random(33), 60, 5);
    double[] equal = {0.2, 0.2, 0.2, 0.2, 0.2};
    double loose =
        confidence(returns, settings(5, 50, 0.1, 10, 0), new SplittableRandom(1)).overall(equal);
    double tied =
        confidence(returns, settings(5, 50, 0.1, 10, 1), new SplittableRandom(1)).overall(equal);

    assertThat(tied).isGreaterThan(loose + 0.2);
  }

  @Test
  void isSureOfAStrategyThatMayHoldNothing() {
    double[][] returns = returns(new Random(34), 60, 2);
    Settings settings = new Settings(10, 0.1, 100, 0.05, new double[] {0, 1}, new double[2]);

    assertThat(confidence(returns, settings, new SplittableRandom(1)).perStrategy())
        .containsExactly(1, 1);
  }

  @Test
  void leavesOutSamplesWithoutASolution() {
    double[][] returns = returns(new Random(35), 60, 2);
    Settings tight = new Settings(10, 0.1, 100, 0.05, new double[] {0.4, 0.4}, new double[2]);
    WeightConfidence none = confidence(returns, tight, new SplittableRandom(1));
    assertThat(none.solved()).isZero();
    assertThat(none.perStrategy()).containsExactly(0, 0);
    assertThat(none.overall(new double[] {0.5, 0.5})).isZero();
  }

  @Test
  void refusesSettingsThatSayNothing() {
    assertThatThrownBy(() -> new WeightConfidence.Sampling(1, 0.8, 5))
        .hasMessage("samples must be at least 2; have 1");
    assertThatThrownBy(() -> new WeightConfidence.Sampling(2, 0, 5))
        .hasMessage("fraction must be in (0, 1]; have 0.0");
    assertThatThrownBy(() -> new WeightConfidence.Sampling(2, 0.8, 0.5))
        .hasMessage("meanBlock must be at least 1; have 0.5");
  }

  /** A mean-variance problem on daily estimates of each sample. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Settings(
      int samples, double alpha, double lambda, double eta, double[] upper, double[] previous) {

    Solution solve(double[][] sample, Solution last) {
      double[] mu = EwmaMean.of(sample, alpha);
      Covariance sigma = LedoitWolf.of(sample).plusIdentity(1e-5);
      return MeanVarianceSolver.solve(
          new MeanVarianceProblem(
              new Moments(mu, sigma.matrix()),
              new Penalties(lambda, eta, previous),
              new Box(new double[mu.length], upper)),
          last);
    }
  }

  private static WeightConfidence confidence(
      double[][] returns, Settings settings, SplittableRandom random) {
    return WeightConfidence.of(
        new WeightConfidence.Window(
            returns,
            settings.upper(),
            new LeftOutContest.Rival(settings.previous(), settings.lambda(), 0)),
        new WeightConfidence.Sampling(settings.samples(), 0.8, 5),
        settings::solve,
        random);
  }

  private static Settings settings(int n, int samples, double alpha, double lambda, double eta) {
    double[] upper = new double[n];
    Arrays.fill(upper, Math.max(0.4, n <= 2 ? 1 : 0));
    double[] previous = new double[n];
    Arrays.fill(previous, 1.0 / n);
    return new Settings(samples, alpha, lambda, eta, upper, previous);
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

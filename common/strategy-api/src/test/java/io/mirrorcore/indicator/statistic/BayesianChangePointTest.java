package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BayesianChangePointTest {

  /** Gaussian numbers of deviation 0.01, and {@code louder} times that from the middle on. */
  private static double[] noise(long seed, int count, double louder) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.01 * random.nextGaussian() * (i < count / 2 ? 1 : louder);
    }
    return values;
  }

  /**
   * The same posterior with nothing kept but the numbers: every predictive is the ratio of two
   * marginal likelihoods in closed form (Murphy 2007, equation 95), each from all its run's data.
   */
  private static final class Batch {

    private final double hazard;
    private final int cap;
    private final List<Double> inputs = new ArrayList<>();
    private final List<Double> priorBetas = new ArrayList<>();
    private double[] posterior = {1};
    private double weight;
    private double square;

    Batch(double hazard, int cap) {
      this.hazard = hazard;
      this.cap = cap;
    }

    void add(double input) {
      if (!priorBetas.isEmpty()) {
        posterior = step(input);
        inputs.add(input);
      }
      double decay = Math.pow(0.5, 1.0 / cap);
      double counted = weight > 0 ? Math.min(input * input, 25 * square) : input * input;
      square = (decay * weight * square + counted) / (decay * weight + 1);
      weight = decay * weight + 1;
      priorBetas.add(square);
    }

    private double[] step(double input) {
      double[] next = new double[Math.min(posterior.length + 1, cap + 1)];
      for (int r = 0; r < posterior.length; r++) {
        double beta = priorBetas.get(priorBetas.size() - 1 - r);
        List<Double> run = new ArrayList<>(inputs.subList(inputs.size() - r, inputs.size()));
        double before = logMarginal(run, beta);
        run.add(input);
        double joint = posterior[r] * Math.exp(logMarginal(run, beta) - before);
        next[0] += hazard * joint;
        next[Math.min(r + 1, cap)] += (1 - hazard) * joint;
      }
      double sum = DoubleStream.of(next).sum();
      return DoubleStream.of(next).map(p -> p / sum).toArray();
    }

    private static double logMarginal(List<Double> run, double beta) {
      int n = run.size();
      double mean = n == 0 ? 0 : run.stream().mapToDouble(x -> x).sum() / n;
      double squares = run.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
      double kappaN = 1 + n;
      double alphaN = 1 + 0.5 * n;
      double betaN = beta + 0.5 * squares + n * mean * mean / (2 * kappaN);
      return Gamma.logGamma(alphaN)
          + Math.log(beta)
          - alphaN * Math.log(betaN)
          - 0.5 * Math.log(kappaN)
          - 0.5 * n * Math.log(2 * Math.PI);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 300", "2, 300", "3, 25", "4, 25"})
  void givesWhatTheWholeSeriesGives(long seed, int cap) {
    BayesianChangePoint incremental = new BayesianChangePoint(0.02, cap);
    Batch batch = new Batch(0.02, cap);
    for (double input : noise(seed, 160, 3)) {
      incremental.add(input);
      batch.add(input);
      for (int run : new int[] {0, 1, 5, 20, cap}) {
        double upTo = Arrays.stream(batch.posterior).limit(run + 1L).sum();
        assertThat(incremental.probabilityOfRunUpTo(run)).isCloseTo(upTo, within(1e-9));
      }
      double best = DoubleStream.of(batch.posterior).max().orElseThrow();
      assertThat(batch.posterior[incremental.mostProbableRun()]).isCloseTo(best, within(1e-9));
    }
  }

  @Test
  void theFirstStepsByHand() {
    BayesianChangePoint changes = new BayesianChangePoint(0.1, 100);
    assertThat(changes.probabilityOfRunUpTo(5)).as("no run yet").isZero();
    changes.add(0.01);
    assertThat(changes.probabilityOfRunUpTo(0)).isEqualTo(1);
    changes.add(0.01);
    assertThat(changes.probabilityOfRunUpTo(0)).isCloseTo(0.1, within(1e-15));
    assertThat(changes.mostProbableRun()).isEqualTo(1);
    // Units of 0.01. Prior: t with 2 degrees of freedom and squared scale 2, whose density at 1 is
    // 1 / (2 sqrt 2 sqrt 2) (1 + 1/4)^-1.5 = 0.178885 (the mean square is 1 at both births).
    // After one 1: kappa 2, alpha 1.5, m 1/2, beta 5/4: t with 3, squared scale 5/4, at 1
    // (1 + 0.25 / 3.75)^-2 * 0.367553 / sqrt 1.25 = 0.288942.
    double fresh = 0.1 * 0.178885438;
    double grown = 0.9 * 0.288942;
    changes.add(0.01);
    double expected = 0.9 * fresh / (fresh + grown);
    assertThat(changes.probabilityOfRunUpTo(1) - 0.1).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWhereTheVolatilityChanged(long seed) {
    BayesianChangePoint changes = new BayesianChangePoint(0.01, 200);
    double[] series = noise(seed, 300, 5);
    int found = -1;
    for (int t = 0; t < series.length; t++) {
      changes.add(series[t]);
      if (t >= 100 && t < 150) {
        assertThat(changes.probabilityOfRunUpTo(5)).isLessThan(0.5);
      }
      if (found < 0 && t >= 150 && changes.probabilityOfRunUpTo(5) > 0.5) {
        found = t;
      }
    }
    assertThat(found).isBetween(150, 160);
    assertThat(changes.mostProbableRun()).isBetween(130, 155);
  }

  /** One default serves bars of every interval. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 100, 1e6})
  void unitsDoNotMatter(double unit) {
    BayesianChangePoint one = new BayesianChangePoint(0.01, 100);
    BayesianChangePoint other = new BayesianChangePoint(0.01, 100);
    for (double input : noise(8, 300, 3)) {
      one.add(input);
      other.add(unit * input);
      assertThat(other.probabilityOfRunUpTo(5))
          .isCloseTo(one.probabilityOfRunUpTo(5), within(1e-9));
    }
  }

  @Test
  void oneBadPriceDoesNotBlindIt() {
    BayesianChangePoint changes = new BayesianChangePoint(0.01, 200);
    for (double input : noise(6, 100, 1)) {
      changes.add(input);
    }
    changes.add(1e6);
    changes.add(-0.999999);
    for (double input : noise(7, 200, 1)) {
      changes.add(input);
    }
    assertThat(changes.probabilityOfRunUpTo(5)).isLessThan(0.5);
    double highest = 0;
    for (double input : noise(8, 20, 1)) {
      changes.add(5 * input);
      highest = Math.max(highest, changes.probabilityOfRunUpTo(5));
    }
    assertThat(highest).isGreaterThan(0.5);
  }

  @Test
  void aSeriesThatNeverMovedHasNoRun() {
    BayesianChangePoint changes = new BayesianChangePoint(0.01, 50);
    for (int i = 0; i < 1000; i++) {
      changes.add(0);
      assertThat(changes.probabilityOfRunUpTo(5)).isZero();
      assertThat(changes.mostProbableRun()).isZero();
    }
  }

  @Test
  void probabilitiesStaySoForExtremeInputs() {
    BayesianChangePoint changes = new BayesianChangePoint(0.01, 60);
    Random random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      double input = random.nextInt(4) == 0 ? 0 : Math.exp(random.nextInt(-36, 37));
      changes.add(random.nextBoolean() ? input : -Math.min(input, 1));
      assertThat(changes.probabilityOfRunUpTo(5)).isBetween(0.0, 1.0);
      if (i > 100) {
        assertThat(changes.probabilityOfRunUpTo(60)).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void loadsWhatItSaved() {
    BayesianChangePoint straight = new BayesianChangePoint(0.01, 40);
    BayesianChangePoint restored = new BayesianChangePoint(0.01, 40);
    for (double input : noise(5, 200, 3)) {
      straight.add(input);
      restored.add(input);
      assertThat(Saved.bytes(restored)).isEqualTo(Saved.bytes(straight));
      restored = Saved.copy(straight, new BayesianChangePoint(0.01, 40));
      assertThat(restored.probabilityOfRunUpTo(5)).isEqualTo(straight.probabilityOfRunUpTo(5));
    }
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new BayesianChangePoint(Double.NaN, 10))
        .hasMessage("hazard must be in (0, 1); have NaN");
    assertThatThrownBy(() -> new BayesianChangePoint(0.1, 0))
        .hasMessage("runCap must be at least 1; have 0");
  }
}

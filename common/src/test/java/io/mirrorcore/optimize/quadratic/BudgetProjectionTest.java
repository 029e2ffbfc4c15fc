package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BudgetProjectionTest {

  private static final double[] ALIKE = {1, 1, 1};

  /** The nearest to (2, -1, 0.1): capped at 0.6, floored at 0, and the rest. */
  @Test
  void clipsToTheBoundsAndMeetsTheBudget() {
    double[] x = {2, -1, 0.1};
    projection(Box.upTo(0.6, 3), ALIKE).apply(x);

    assertThat(x[0]).isEqualTo(0.6);
    assertThat(x[1]).isZero();
    assertThat(x[2]).isCloseTo(0.4, within(1e-12));
  }

  /** What is missing is taken in proportion to 1/D: 1 to 3. */
  @Test
  void movesMostWhereTheMetricCountsLeast() {
    double[] x = {0, 0};
    projection(Box.upTo(1, 2), new double[] {1, 3}).apply(x);

    assertThat(x).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
  }

  @Test
  void leavesFeasibleWeightsAlone() {
    double[] x = {0.5, 0.25, 0.25};
    projection(Box.upTo(0.5, 3), ALIKE).apply(x);

    assertThat(x).containsExactly(0.5, 0.25, 0.25);
  }

  @Test
  void findsTheOnlyPointThereIs() {
    double[] x = {7, -7, 0};
    projection(Box.upTo(1.0 / 3, 3), ALIKE).apply(x);

    assertThat(x).containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-12));
  }

  /** Weights between their bounds have all moved by the same nu in the metric, the others less. */
  @Test
  void satisfiesTheConditionsOfTheNearestPoint() {
    SplittableRandom random = new SplittableRandom(71);
    for (int k = 0; k < 500; k++) {
      int n = 1 + random.nextInt(20);
      Box box = Box.upTo(1.0 / n + random.nextDouble(), n);
      double[] inverseMetric = random.doubles(n, 0.01, 100).toArray();
      double[] x = random.doubles(n, -2, 3).toArray();
      double[] z = x.clone();
      projection(box, inverseMetric).apply(z);

      assertThat(Arrays.stream(z).sum()).isCloseTo(1, within(1e-11));
      requireNearest(x, z, box, inverseMetric);
    }
  }

  private static void requireNearest(double[] x, double[] z, Box box, double[] inverseMetric) {
    double lowest = Double.NEGATIVE_INFINITY;
    double highest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      double nu = (x[i] - z[i]) / inverseMetric[i];
      assertThat(z[i]).isBetween(box.lower()[i], box.upper()[i]);
      // At its upper bound a weight could have moved further up: nu is below; and conversely.
      highest = z[i] > box.lower()[i] ? Math.min(highest, nu) : highest;
      lowest = z[i] < box.upper()[i] ? Math.max(lowest, nu) : lowest;
    }
    assertThat(lowest).isLessThanOrEqualTo(highest + 1e-9);
  }

  private static BudgetProjection projection(Box box, double[] inverseMetric) {
    int n = box.lower().length;
    return new BudgetProjection(
        MeanVarianceProblem.leastVariance(new double[n * n], box), inverseMetric);
  }
}

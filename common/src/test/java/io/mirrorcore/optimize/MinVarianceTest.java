package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Solution;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class MinVarianceTest {

  /** Weights go with the inverse variance: 1 and 1/4, over 5/4. */
  @Test
  void weighsIndependentStrategiesByTheInverseOfTheirVariance() {
    Solution solution = Optimizer.solve(Examples.two(new MinVariance(), 0, 0, 1, 4, 1));

    Examples.requireWeights(solution, 0.8, 0.2);
    assertThat(solution.objectiveValue()).isCloseTo(0.8, within(1e-15));
    // d(variance)/d(budget) = 2 (Sigma w)_i = 1.6, and the objective is its negative.
    assertThat(solution.budgetMultiplier()).isCloseTo(-1.6, within(1e-15));
  }
}

package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class EqualTest {

  @Test
  void weighsAllTheSame() {
    Solution solution = Optimizer.solve(Examples.two(new Equal(), 5, -1, 1, 4, 1));

    assertThat(solution.weights()).containsExactly(0.5, 0.5);
    assertThat(solution.objectiveValue()).isEqualTo(0.0);
  }

  /** The nearest weights to 1/3 each: what the cap of 0.1 cuts off goes to the others alike. */
  @Test
  void comesNearestToEqualWhereEqualIsNotAllowed() {
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(new double[3], new double[9]),
            new Penalties(1, 0, new double[3]),
            new Box(new double[3], new double[] {0.1, 1, 1}));

    Examples.requireWeights(Optimizer.solve(Examples.of(new Equal(), q)), 0.1, 0.45, 0.45);
  }
}

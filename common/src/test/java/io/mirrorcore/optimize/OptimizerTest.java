package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples small enough to be worked out by hand. */
class OptimizerTest {

  /** Without the group 1/3 each; the group of two may have 0.4, a third has the rest. */
  @Test
  void keepsAGroupUnderItsCap() {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    PortfolioProblem p =
        Examples.grouped(
            Examples.withCap(new MinVariance(), new Moments(new double[3], sigma), 1),
            List.of(new GroupCap("flow", new int[] {0, 1}, 0.4)));
    Solution solution = Optimizer.solve(p);

    Examples.requireWeights(solution, 0.2, 0.2, 0.6);
    // Gradients -2w: nu = -1.2 outside, nu + y = -0.4 inside.
    assertThat(solution.budgetMultiplier()).isCloseTo(-1.2, within(1e-15));
    assertThat(solution.groupMultipliers()).containsExactly(new double[] {0.8}, within(1e-15));
    Examples.requireCertified(p, solution);
  }

  /** A group of all strategies with cap 1 says what the budget says, and must not be in its way. */
  @Test
  void bearsAGroupThatTheBudgetImplies() {
    double[] sigma = {1, 0, 0, 0, 4, 0, 0, 0, 0};
    PortfolioProblem p =
        Examples.grouped(
            Examples.withCap(new MinVariance(), new Moments(new double[3], sigma), 1),
            List.of(
                new GroupCap("all", new int[] {0, 1, 2}, 1),
                new GroupCap("cash", new int[] {2}, 0.5)));

    // Half in cash, the other half by inverse variance.
    Examples.requireWeights(Optimizer.solve(p), 0.4, 0.1, 0.5);
  }

  @Test
  void leavesAGroupAloneThatHasRoom() {
    PortfolioProblem bare = Examples.two(new MinVariance(), 0, 0, 1, 4, 1);
    PortfolioProblem grouped =
        Examples.grouped(bare, List.of(new GroupCap("all", new int[] {0, 1}, 1)));

    assertThat(Optimizer.solve(grouped).weights()).isEqualTo(Optimizer.solve(bare).weights());
    assertThat(Optimizer.solve(grouped).groupMultipliers()).containsExactly(0);
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void givesTheOnlyStrategyEverything(Objective objective) {
    Objective posed = objective.with(ObjectiveInputs.none().withScenarios(new double[20][1]));
    PortfolioProblem p =
        Examples.withCap(posed, new Moments(new double[] {0.01}, new double[] {0.04}), 1);

    Examples.requireWeights(Optimizer.solve(p), 1);
  }
}

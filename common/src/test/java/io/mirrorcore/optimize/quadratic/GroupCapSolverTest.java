package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of the three ways to an answer. */
class GroupCapSolverTest {

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  @Test
  void leavesOutGroupsThatTheWeightsMeetAnyway() {
    MeanVarianceProblem p = problem(1, 0.3, 0.2, 0.1);
    PrimalDualPoint point =
        GroupCapSolver.solve(
            p, List.of(new GroupCap("g", new int[] {0, 1}, 0.99)), Solution.coldStart());

    assertThat(point.weights()).isEqualTo(MeanVarianceSolver.solve(p).weights());
    assertThat(point.groupMultipliers()).containsExactly(0);
  }

  /** mu_i - w_i: 0.1 - w_2 = nu outside; the two share 0.4 with w_0 - w_1 = 0.1. */
  @Test
  void holdsAGroupAtItsCap() {
    PrimalDualPoint point =
        GroupCapSolver.solve(
            problem(1, 0.3, 0.2, 0.1),
            List.of(new GroupCap("g", new int[] {0, 1}, 0.4)),
            Solution.coldStart());

    assertThat(point.weights()).containsExactly(new double[] {0.25, 0.15, 0.6}, within(1e-15));
    assertThat(point.budgetMultiplier()).isCloseTo(-0.5, within(1e-15));
    assertThat(point.groupMultipliers()).containsExactly(new double[] {0.55}, within(1e-15));
  }

  @Test
  void goesToAVertexWhereNothingIsCurved() {
    PrimalDualPoint point =
        GroupCapSolver.solve(
            problem(0, 0.3, 0.2, 0.1),
            List.of(new GroupCap("g", new int[] {0, 1}, 0.4)),
            Solution.coldStart());

    assertThat(point.weights()).containsExactly(new double[] {0.4, 0, 0.6}, within(1e-15));
    assertThat(point.groupMultipliers()).containsExactly(new double[] {0.2}, within(1e-15));
  }

  private static MeanVarianceProblem problem(double lambda, double... mu) {
    return MeanVarianceProblem.withCap(
        new Moments(mu, IDENTITY), new Penalties(lambda, 0, new double[3]), 1);
  }
}

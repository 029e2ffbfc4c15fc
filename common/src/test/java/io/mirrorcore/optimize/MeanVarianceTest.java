package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class MeanVarianceTest {

  /** 1/2 - w_0 = nu = -w_1, so w_0 - w_1 = 1/2; the utility 3/8 - (9/16 + 1/16)/2. */
  @Test
  void weighsReturnAgainstRisk() {
    Solution solution = Optimizer.solve(Examples.two(new MeanVariance(), 0.5, 0, 1, 1, 1));

    Examples.requireWeights(solution, 0.75, 0.25);
    assertThat(solution.objectiveValue()).isCloseTo(0.0625, within(1e-15));
    assertThat(solution.budgetMultiplier()).isCloseTo(-0.25, within(1e-15));
  }

  /** Twice the aversion, half the difference. */
  @Test
  void takesLessRiskTheLargerLambdaIs() {
    Examples.requireWeights(Optimizer.solve(averse(2, 0)), 0.625, 0.375);
  }

  /** With eta 1/2 the penalty counts as much as the risk, from (0, 1): w_0 - w_1 = -1/4. */
  @Test
  void staysNearWhatIsHeldTheLargerEtaIs() {
    Examples.requireWeights(Optimizer.solve(averse(1, 0.5)), 0.375, 0.625);
  }

  private static PortfolioProblem averse(double lambda, double eta) {
    Moments moments = new Moments(new double[] {0.5, 0}, new double[] {1, 0, 0, 1});
    Penalties penalties = new Penalties(lambda, eta, new double[] {0, 1});
    return Examples.of(new MeanVariance(), MeanVarianceProblem.withCap(moments, penalties, 1));
  }
}

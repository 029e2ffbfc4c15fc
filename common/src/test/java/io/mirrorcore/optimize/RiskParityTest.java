package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class RiskParityTest {

  /** w_i ~ sqrt(b_i)/sd_i: 1 and 1/2 for equal budgets, 2 and 1/2 for 4 to 1. */
  @Test
  void sharesRiskByBudget() {
    PortfolioProblem p = Examples.two(new RiskParity(), 0, 0, 1, 4, 1);
    Solution solution = Optimizer.solve(p);

    Examples.requireWeights(solution, 2.0 / 3, 1.0 / 3);
    // Without bounds t is the variance: 4/9 + 4/9.
    assertThat(solution.budgetMultiplier()).isCloseTo(8.0 / 9, within(1e-15));
    Examples.requireWeights(
        Optimizer.solve(Examples.put(p, new RiskParity(new double[] {4, 1}))), 0.8, 0.2);
  }

  /** The others share what a cap leaves in proportion 1 to 1/2: contributions 1/6 each. */
  @Test
  void sharesRiskAmongThoseThatNoCapHolds() {
    double[] sigma = {0.01, 0, 0, 0, 1, 0, 0, 0, 4};
    PortfolioProblem p = Examples.withCap(new RiskParity(), new Moments(new double[3], sigma), 0.5);
    Solution solution = Optimizer.solve(p);

    Examples.requireWeights(solution, 0.5, 1.0 / 3, 1.0 / 6);
    assertThat(solution.atUpper()).containsExactly(true, false, false);
    assertThat(solution.budgetMultiplier()).isCloseTo(3 * 1.0 / 9, within(1e-14));
  }

  @Test
  void leavesOutOfRiskParityWhatMayHoldNothing() {
    double[] sigma = {0, 0, 0, 0, 1, 0, 0, 0, 4};
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(new double[3], sigma),
            new Penalties(1, 0, new double[3]),
            new Box(new double[3], new double[] {0, 1, 1}));

    Examples.requireWeights(Optimizer.solve(Examples.of(new RiskParity(), q)), 0, 2.0 / 3, 1.0 / 3);
  }

  @Test
  void findsNoRiskParityWhereTheHedgeOfALowerBoundIsTooLarge() {
    double[] sigma = {1, -0.5, -0.5, 0.26};
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(new double[2], sigma),
            new Penalties(1, 0, new double[2]),
            new Box(new double[] {0.9, 0}, new double[] {1, 1}));
    Solution solution = Optimizer.solve(Examples.of(new RiskParity(), q));

    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(solution.detail()).startsWith("risk-parity: with the least risk");
  }

  @Test
  void wantsRiskThatCanBeShared() {
    PortfolioProblem riskless = Examples.sound(new RiskParity());
    riskless.moments().sigma()[4] = 0;
    Examples.requireInvalid(riskless, "sigma[RSI][RSI] must be positive for risk-parity; have 0.0");

    PortfolioProblem p = Examples.sound(new RiskParity());
    Examples.requireInvalid(
        Examples.put(p, new RiskParity(new double[] {1, 1, 0})),
        "budgets[VWAP] must be positive and finite; have 0.0");
    Examples.requireInvalid(
        Examples.put(p, new RiskParity(new double[] {1, -1, 1})),
        "budgets[RSI] must be positive and finite; have -1.0");
    Examples.requireInvalid(
        Examples.put(p, new RiskParity(new double[] {1, Double.NaN, 1})),
        "budgets[RSI] must be positive and finite; have NaN");
    Examples.requireInvalid(
        Examples.put(p, new RiskParity(new double[] {1, 1})),
        "budgets must have 3 entries or none; have 2");
    Examples.requireInvalid(
        Examples.grouped(p, List.of(new GroupCap("core", new int[] {0}, 1))),
        "risk-parity takes no group caps; have core");
    p.box().upper()[0] = -0.1;
    p.box().lower()[0] = -0.1;
    Examples.requireInvalid(p, "upper[UT_BOT] must be at least 0 for risk-parity; have -0.1");
  }
}

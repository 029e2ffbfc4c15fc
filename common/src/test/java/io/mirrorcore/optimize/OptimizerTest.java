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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples small enough to be worked out by hand. */
class OptimizerTest {

  private static final double[] EQUAL_RISK = {1, 0, 0, 1};

  /** Weights go with the inverse variance: 1 and 1/4, over 5/4. */
  @Test
  void weighsIndependentStrategiesByTheInverseOfTheirVariance() {
    Solution solution = Optimizer.solve(two(new MinVariance(), 0, 0, 1, 4, 1));

    requireWeights(solution, 0.8, 0.2);
    assertThat(solution.objectiveValue()).isCloseTo(0.8, within(1e-15));
    // d(variance)/d(budget) = 2 (Sigma w)_i = 1.6, and the objective is its negative.
    assertThat(solution.budgetMultiplier()).isCloseTo(-1.6, within(1e-15));
  }

  /** w ~ inv(Sigma) mu = (2, 1/4), hence 8/9 and 1/9; ratio^2 = mu'inv(Sigma)mu = 4 + 1/4. */
  @Test
  void reachesTheTangencyPortfolio() {
    Solution solution = Optimizer.solve(two(new MaxSharpe(), 2, 1, 1, 4, 1));

    requireWeights(solution, 8.0 / 9, 1.0 / 9);
    assertThat(solution.objectiveValue()).isCloseTo(Math.sqrt(4.25), within(1e-14));
    assertThat(solution.budgetMultiplier()).isCloseTo(0, within(1e-15));
  }

  @Test
  void countsReturnsAboveTheRisklessRate() {
    PortfolioProblem p = two(new MaxSharpe(5), 7, 6, 1, 4, 1);

    requireWeights(Optimizer.solve(p), 8.0 / 9, 1.0 / 9);
  }

  @Test
  void stopsAtTheCapOnTheWayToTheTangencyPortfolio() {
    Solution solution = Optimizer.solve(two(new MaxSharpe(), 2, 1, 1, 4, 0.6));

    requireWeights(solution, 0.6, 0.4);
    assertThat(solution.atUpper()).containsExactly(true, false);
  }

  @Test
  void takesTheLeastRiskWhereNothingPays() {
    PortfolioProblem p = two(new MaxSharpe(), -2, -1, 1, 4, 1);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.NO_POSITIVE_RETURN);
    assertThat(solution.detail())
        .isEqualTo("no weights earn more than riskFree 0.0; the best earn -1.0 more");
    assertThat(solution.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
    assertThat(solution.kktResidual()).isLessThan(1e-15);
  }

  /** Overlapping groups: the proof that nothing pays needs multipliers of its own. */
  @Test
  void provesThatNothingPaysWithinOverlappingGroups() {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    PortfolioProblem p =
        PortfolioProblem.withCap(new MaxSharpe(), new Moments(new double[] {3, -2, -2}, sigma), 1)
            .withGroups(
                List.of(
                    new GroupCap("a", new int[] {0, 1}, 0.5),
                    new GroupCap("b", new int[] {0, 2}, 0.7)));
    // The best: w_0 + w_1 <= 0.5 leaves w_2 >= 0.5, hence w_0 <= 0.2: 0.6 - 1.6 = -1.
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.NO_POSITIVE_RETURN);
    assertThat(solution.groupMultipliers()).hasSize(4);
    assertThat(solution.weights())
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(0.2));
    requireCertified(p, solution);
  }

  @Test
  void saysThatARisklessGainHasNoBound() {
    PortfolioProblem p = two(new MaxSharpe(), 1, 2, 0, 4, 1);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.UNBOUNDED);
    assertThat(solution.weights()).containsExactly(1, 0);
    assertThat(solution.objectiveValue()).isEqualTo(Double.MAX_VALUE);
    assertThat(solution.detail()).startsWith("max-sharpe has no bound: riskless weights earn 1.0");
  }

  /** Cash changes no ratio; of all mixes that with the most return is chosen. */
  @Test
  void holdsNoMoreCashThanItMust() {
    double[] mu = {2, 1, 0};
    double[] sigma = {1, 0, 0, 0, 4, 0, 0, 0, 0};
    Solution solution =
        Optimizer.solve(PortfolioProblem.withCap(new MaxSharpe(), new Moments(mu, sigma), 1));

    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.weights())
        .containsExactly(new double[] {8.0 / 9, 1.0 / 9, 0}, within(1e-12));
    assertThat(solution.kktResidual()).isLessThan(1e-12);
  }

  /** w_i ~ sqrt(b_i)/sd_i: 1 and 1/2 for equal budgets, 2 and 1/2 for 4 to 1. */
  @Test
  void sharesRiskByBudget() {
    PortfolioProblem p = two(new RiskParity(), 0, 0, 1, 4, 1);
    Solution solution = Optimizer.solve(p);

    requireWeights(solution, 2.0 / 3, 1.0 / 3);
    // Without bounds t is the variance: 4/9 + 4/9.
    assertThat(solution.budgetMultiplier()).isCloseTo(8.0 / 9, within(1e-15));
    requireWeights(Optimizer.solve(p.withObjective(new RiskParity(new double[] {4, 1}))), 0.8, 0.2);
  }

  /** The others share what a cap leaves in proportion 1 to 1/2: contributions 1/6 each. */
  @Test
  void sharesRiskAmongThoseThatNoCapHolds() {
    double[] sigma = {0.01, 0, 0, 0, 1, 0, 0, 0, 4};
    PortfolioProblem p =
        PortfolioProblem.withCap(new RiskParity(), new Moments(new double[3], sigma), 0.5);
    Solution solution = Optimizer.solve(p);

    requireWeights(solution, 0.5, 1.0 / 3, 1.0 / 6);
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

    requireWeights(Optimizer.solve(PortfolioProblem.of(new RiskParity(), q)), 0, 2.0 / 3, 1.0 / 3);
  }

  @Test
  void findsNoRiskParityWhereTheHedgeOfALowerBoundIsTooLarge() {
    double[] sigma = {1, -0.5, -0.5, 0.26};
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(new double[2], sigma),
            new Penalties(1, 0, new double[2]),
            new Box(new double[] {0.9, 0}, new double[] {1, 1}));
    Solution solution = Optimizer.solve(PortfolioProblem.of(new RiskParity(), q));

    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(solution.detail()).startsWith("risk-parity: with the least risk");
  }

  /**
   * Each strategy loses 1 in one scenario of four and earns 0 else; with beta 1/2 the tail is two
   * scenarios, and splitting the weight halves neither: the mean of the two losses is 1/2 for any.
   * A third strategy that always loses 1/4 beats them.
   */
  @Test
  void avoidsTheTail() {
    double[][] scenarios = {{-1, 0, -0.25}, {0, -1, -0.25}, {0, 0, -0.25}, {0, 0, -0.25}};
    PortfolioProblem p =
        PortfolioProblem.withCap(
            new Cvar(scenarios, 0.5), new Moments(new double[3], new double[9]), 1);
    Solution solution = Optimizer.solve(p);

    requireWeights(solution, 0, 0, 1);
    assertThat(solution.objectiveValue()).isEqualTo(0.25);
    assertThat(Arrays.stream(solution.scenarioWeights()).sum()).isCloseTo(1, within(1e-15));
    requireCertified(p, solution);
  }

  /** Strategy losses of 2 and 1 in turn: 1/3 and 2/3 lose 2/3 in either scenario. */
  @Test
  void balancesTheWorstScenarios() {
    double[][] scenarios = {{-2, 0}, {0, -1}};
    PortfolioProblem p =
        PortfolioProblem.withCap(
            new Cvar(scenarios, 0.5), new Moments(new double[2], new double[4]), 1);
    Solution solution = Optimizer.solve(p);

    requireWeights(solution, 1.0 / 3, 2.0 / 3);
    assertThat(solution.objectiveValue()).isCloseTo(2.0 / 3, within(1e-15));
    // Under p = (1/3, 2/3) every strategy loses 2/3 on average.
    assertThat(solution.scenarioWeights())
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
  }

  @Test
  void weighsAllTheSame() {
    Solution solution = Optimizer.solve(two(new Equal(), 5, -1, 1, 4, 1));

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

    requireWeights(Optimizer.solve(PortfolioProblem.of(new Equal(), q)), 0.1, 0.45, 0.45);
  }

  /** Without the group 1/3 each; the group of two may have 0.4, a third has the rest. */
  @Test
  void keepsAGroupUnderItsCap() {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    PortfolioProblem p =
        PortfolioProblem.withCap(new MinVariance(), new Moments(new double[3], sigma), 1)
            .withGroups(List.of(new GroupCap("flow", new int[] {0, 1}, 0.4)));
    Solution solution = Optimizer.solve(p);

    requireWeights(solution, 0.2, 0.2, 0.6);
    // Gradients -2w: nu = -1.2 outside, nu + y = -0.4 inside.
    assertThat(solution.budgetMultiplier()).isCloseTo(-1.2, within(1e-15));
    assertThat(solution.groupMultipliers()).containsExactly(new double[] {0.8}, within(1e-15));
    requireCertified(p, solution);
  }

  /** A group of all strategies with cap 1 says what the budget says, and must not be in its way. */
  @Test
  void bearsAGroupThatTheBudgetImplies() {
    double[] sigma = {1, 0, 0, 0, 4, 0, 0, 0, 0};
    PortfolioProblem p =
        PortfolioProblem.withCap(new MinVariance(), new Moments(new double[3], sigma), 1)
            .withGroups(
                List.of(
                    new GroupCap("all", new int[] {0, 1, 2}, 1),
                    new GroupCap("cash", new int[] {2}, 0.5)));

    // Half in cash, the other half by inverse variance.
    requireWeights(Optimizer.solve(p), 0.4, 0.1, 0.5);
  }

  @Test
  void leavesAGroupAloneThatHasRoom() {
    PortfolioProblem bare = two(new MinVariance(), 0, 0, 1, 4, 1);
    PortfolioProblem grouped = bare.withGroups(List.of(new GroupCap("all", new int[] {0, 1}, 1)));

    assertThat(Optimizer.solve(grouped).weights()).isEqualTo(Optimizer.solve(bare).weights());
    assertThat(Optimizer.solve(grouped).groupMultipliers()).containsExactly(0);
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void givesTheOnlyStrategyEverything(Objective objective) {
    Objective posed = objective.with(ObjectiveInputs.none().withScenarios(new double[20][1]));
    PortfolioProblem p =
        PortfolioProblem.withCap(posed, new Moments(new double[] {0.01}, new double[] {0.04}), 1);

    requireWeights(Optimizer.solve(p), 1);
  }

  private static PortfolioProblem two(
      Objective objective, double mu0, double mu1, double var0, double var1, double cap) {
    double[] sigma = EQUAL_RISK.clone();
    sigma[0] = var0;
    sigma[3] = var1;
    return PortfolioProblem.withCap(objective, new Moments(new double[] {mu0, mu1}, sigma), cap);
  }

  private static void requireWeights(Solution solution, double... expected) {
    assertThat(solution.status()).as(solution.detail()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.detail()).isEmpty();
    assertThat(solution.weights()).containsExactly(expected, within(1e-14));
    assertThat(solution.kktResidual()).isLessThan(1e-14);
  }

  private static void requireCertified(PortfolioProblem p, Solution solution) {
    assertThat(p.residual(solution.point())).isEqualTo(solution.kktResidual()).isLessThan(1e-14);
  }
}

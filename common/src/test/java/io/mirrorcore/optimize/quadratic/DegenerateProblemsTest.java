package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What breaks solvers, small enough to be worked out by hand. */
class DegenerateProblemsTest {

  private static final Offset<Double> ROUNDING = within(1e-15);

  /** x = (1, -1) is hedged by equal weights: x'w = 0 is the least there is. */
  @Test
  void hedgesAwayASigmaOfRankOne() {
    double[] sigma = {1, -1, -1, 1};

    assertThat(weights(capped(new double[2], sigma, 1, 0, 1, new double[2])))
        .containsExactly(new double[] {0.5, 0.5}, ROUNDING);
  }

  /** Any w with w_0 + 2 w_1 = 3 w_2 is riskless; which one it is, is not determined. */
  @Test
  void findsOneOfManyRisklessWeights() {
    double[] sigma = {1, 2, -3, 2, 4, -6, -3, -6, 9};
    Solution solution =
        MeanVarianceSolver.solve(capped(new double[3], sigma, 1, 0, 1, new double[3]));

    assertThat(solution.kktResidual()).isLessThan(1e-15);
    assertThat(solution.objectiveValue()).isCloseTo(0, within(1e-30));
  }

  /** The twins are one asset of weight a: 1/2 - a = nu = -(1 - a), so a = 3/4. */
  @Test
  void givesTwinsTogetherWhatOneWouldGet() {
    double[] sigma = {1, 1, 0, 1, 1, 0, 0, 0, 1};
    double[] w = weights(capped(new double[] {0.5, 0.5, 0}, sigma, 1, 0, 1, new double[3]));

    assertThat(w[0] + w[1]).isCloseTo(0.75, ROUNDING);
    assertThat(w[2]).isCloseTo(0.25, ROUNDING);
  }

  /** With a penalty the split matters: nearest to the previous weights, which favour neither. */
  @Test
  void splitsEquallyBetweenTwinsWhenTurnoverIsPenalised() {
    double[] sigma = {1, 1, 1, 1};

    assertThat(weights(capped(new double[2], sigma, 1, 0.5, 1, new double[] {0.3, 0.3})))
        .containsExactly(new double[] {0.5, 0.5}, ROUNDING);
  }

  /** Four equal strategies, a cap of 1/2: all gradients tie, all weights are 1/4. */
  @Test
  void sharesEquallyAmongEquals() {
    assertThat(weights(capped(new double[] {1, 1, 1, 1}, identity(4), 1, 0, 0.5, new double[4])))
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, ROUNDING);
  }

  /** The optimum of 1/2 each meets the cap of 1/2 exactly: at the bound, its multiplier zero. */
  @Test
  void standsAtACapThatIsMetButDoesNotBind() {
    Solution solution =
        MeanVarianceSolver.solve(capped(new double[2], identity(2), 1, 0, 0.5, new double[2]));

    assertThat(solution.weights()).containsExactly(0.5, 0.5);
    assertThat(solution.atUpper()).containsExactly(true, true);
  }

  /** One point is feasible: sums of thirds miss 1 by a rounding, which the bounds may. */
  @Test
  void takesTheOnlyPointThatACapOfOneNthLeaves() {
    double third = 1.0 / 3;
    MeanVarianceProblem p =
        capped(new double[] {3, -2, 1}, identity(3), 9, 0.1, third, new double[3]);

    assertThat(weights(p)).containsExactly(third, third, third);
  }

  /** Penalty alone: the nearest point of the box on the budget, 1/10 more for each that can. */
  @Test
  void comesNearPreviousWeightsThatDoNotSumToOne() {
    double[] previous = {0.5, 0.1, 0.1};

    assertThat(weights(capped(new double[3], new double[9], 1, 0.5, 1, previous)))
        .containsExactly(new double[] {0.6, 0.2, 0.2}, ROUNDING);
  }

  /** The nearest to (2, -1, 0.1): capped at 0.6, floored at 0, and the rest. */
  @Test
  void comesNearPreviousWeightsOutsideTheBox() {
    double[] previous = {2, -1, 0.1};

    assertThat(weights(capped(new double[3], new double[9], 1, 0.5, 0.6, previous)))
        .containsExactly(new double[] {0.6, 0, 0.4}, ROUNDING);
  }

  @Test
  void givesTheOnlyStrategyEverythingWhateverItCosts() {
    MeanVarianceProblem p =
        capped(new double[] {-5}, new double[] {9}, 100, 3, 1, new double[] {-7});

    assertThat(weights(p)).containsExactly(1);
  }

  /** Half of the budget is fixed, the other half goes where mu is larger. */
  @Test
  void leavesFixedWeightsWhereTheyAre() {
    double[] lower = {0.2, 0.3, 0, 0};
    double[] upper = {0.2, 0.3, 1, 1};
    MeanVarianceProblem p =
        new MeanVarianceProblem(
            new Moments(new double[] {9, -9, 1, 0}, new double[16]),
            new Penalties(1, 0, new double[4]),
            new Box(lower, upper));

    assertThat(weights(p)).containsExactly(0.2, 0.3, 0.5, 0);
  }

  @Test
  void acceptsThatEveryWeightIsFixed() {
    double[] fixed = {0.75, 0.5, -0.25};
    MeanVarianceProblem p =
        new MeanVarianceProblem(
            new Moments(new double[] {1, 2, 3}, identity(3)),
            new Penalties(1, 0.1, new double[3]),
            new Box(fixed, fixed));

    assertThat(weights(p)).containsExactly(fixed);
  }

  /** 2 - w_0 = nu = -w_1: w_0 - w_1 = 2. */
  @Test
  void goesShortWhereItMay() {
    double[] lower = {-1, -1};
    double[] upper = {2, 2};
    MeanVarianceProblem p =
        new MeanVarianceProblem(
            new Moments(new double[] {2, 0}, identity(2)),
            new Penalties(1, 0, new double[2]),
            new Box(lower, upper));

    assertThat(weights(p)).containsExactly(new double[] {1.5, -0.5}, ROUNDING);
  }

  /** Cash earns nothing and risks nothing: the other gets mu / (lambda variance) = 1/4. */
  @Test
  void keepsTheRestInAStrategyOfConstantZero() {
    double[] sigma = {0, 0, 0, 0.0004};

    assertThat(weights(capped(new double[] {0, 0.01}, sigma, 100, 0, 1, new double[2])))
        .containsExactly(new double[] {0.75, 0.25}, ROUNDING);
  }

  @Test
  void keepsAllInAStrategyOfConstantZeroWhereTheOthersLose() {
    double[] sigma = {0, 0, 0, 0, 0.0004, 0, 0, 0, 0.0001};

    assertThat(weights(capped(new double[] {0, -0.01, -0.02}, sigma, 100, 0, 1, new double[3])))
        .containsExactly(1, 0, 0);
  }

  /** No risk, no penalty: a linear programme, the budget to the best as far as caps allow. */
  @Test
  void fillsTheBestWhereThereIsNoCurvature() {
    double[] mu = {1, 4, 2, 3};

    assertThat(weights(capped(mu, new double[16], 100, 0, 0.375, new double[4])))
        .containsExactly(0, 0.375, 0.25, 0.375);
  }

  @Test
  void solvesFiveHundredStrategies() {
    Solution solution = MeanVarianceSolver.solve(fiveHundred());

    requireRamp(solution);
    assertThat(solution.budgetMultiplier()).isCloseTo(-0.0199, ROUNDING);
    assertThat(solution.atLower()[99]).isFalse();
    assertThat(solution.atLower()[100]).isTrue();
  }

  @Test
  void givesTheSameWeightsForAProblemTimesATenBillionth() {
    requireRamp(MeanVarianceSolver.solve(RandomProblems.scaled(fiveHundred(), 1e-10)));
    requireRamp(MeanVarianceSolver.solve(RandomProblems.scaled(fiveHundred(), 1e6)));
  }

  /**
   * Sigma = I, mu_i = -i delta: w_i = max(0, a - i delta), and with a = 99.5 delta the first 100
   * sum to 5000 delta = 1. The multiplier is -a.
   */
  private static MeanVarianceProblem fiveHundred() {
    double[] mu = new double[500];
    for (int i = 0; i < 500; i++) {
      mu[i] = -2e-4 * i;
    }
    return capped(mu, identity(500), 1, 0, 1, new double[500]);
  }

  private static void requireRamp(Solution solution) {
    double[] ramp = new double[500];
    for (int i = 0; i < 100; i++) {
      ramp[i] = 2e-4 * (99.5 - i);
    }
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.weights()).containsExactly(ramp, within(1e-15));
  }

  private static double[] weights(MeanVarianceProblem p) {
    Solution solution = MeanVarianceSolver.solve(p);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThan(1e-15);
    return solution.weights();
  }

  private static MeanVarianceProblem capped(
      double[] mu, double[] sigma, double lambda, double eta, double cap, double[] previous) {
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma), new Penalties(lambda, eta, previous), cap);
  }

  private static double[] identity(int n) {
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return identity;
  }
}

package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.estimate.ReferenceCases;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeanVarianceSolverTest {

  private static final double[] IDENTITY = {1, 0, 0, 1};

  /** Stationarity: 1/2 - w_0 = nu = -w_1, so w_0 - w_1 = 1/2. */
  @Test
  void solvesTwoStrategiesAsWorkedOutByHand() {
    Solution solution = MeanVarianceSolver.solve(two(1, 1));

    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.detail()).isEmpty();
    assertThat(solution.weights()).containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    assertThat(solution.budgetMultiplier()).isCloseTo(-0.25, within(1e-15));
    assertThat(solution.objectiveValue()).isCloseTo(0.375 - 0.3125, within(1e-15));
    assertThat(solution.kktResidual()).isLessThan(1e-15);
    assertThat(solution.atLower()).containsExactly(false, false);
    assertThat(solution.atUpper()).containsExactly(false, false);
  }

  @Test
  void standsExactlyAtACapThatBinds() {
    Solution solution = MeanVarianceSolver.solve(two(1, 0.6));

    assertThat(solution.weights()[0]).isEqualTo(0.6);
    assertThat(solution.weights()[1]).isCloseTo(0.4, within(1e-16));
    assertThat(solution.atUpper()).containsExactly(true, false);
    assertThat(solution.budgetMultiplier()).isCloseTo(-0.4, within(1e-15));
  }

  /** 2 eta (w - previous) equal for both: half of the change each. */
  @Test
  void paysForTurnover() {
    double[] previous = {0.5, 0.5};
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {0.4, 0}, new double[4]), new Penalties(1, 0.5, previous), 1);

    assertThat(MeanVarianceSolver.solve(p).weights())
        .containsExactly(new double[] {0.7, 0.3}, within(1e-15));
  }

  @Test
  void takesTheBestStrategiesWhenRiskIsFree() {
    double[] mu = {1, 4, 2, 3};
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(mu, new double[16]), new Penalties(0, 0, new double[4]), 0.4);

    assertThat(MeanVarianceSolver.solve(p).weights())
        .containsExactly(new double[] {0, 0.4, 0.2, 0.4}, within(1e-16));
  }

  /** With d = w_0 - w_1 the objective is 0.2 + 0.2 d - d^2/2, so d = 0.2. */
  @Test
  void hedgesWhereSigmaIsSingularAndNothingPenalisesTurnover() {
    double[] sigma = {1, -1, -1, 1};
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {0.4, 0}, sigma), new Penalties(1, 0, new double[2]), 1);

    assertThat(MeanVarianceSolver.solve(p).weights())
        .containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  @Test
  void givesTheOnlyStrategyEverything() {
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {-0.01}, new double[] {0.1}),
            new Penalties(100, 0.05, new double[] {0}),
            1);
    Solution solution = MeanVarianceSolver.solve(p);

    assertThat(solution.weights()).containsExactly(1);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.atUpper()).containsExactly(true);
  }

  @Test
  void standsExactlyAtEveryCapOfOneNth() {
    for (int n = 1; n <= 60; n++) {
      RandomProblems problems = new RandomProblems(n);
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.CAP_OF_ONE_NTH, n);
      Solution solution = MeanVarianceSolver.solve(p);

      assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
      assertThat(solution.weights()).containsOnly(1.0 / n);
      assertThat(solution.atUpper()).doesNotContain(false);
    }
  }

  /** The worst deviation of a weight seen is 7.4e-16 (n = 50); the file promises 1e-8. */
  @Test
  void givesTheNumbersOfTheReference() {
    JsonNode cases = ReferenceCases.of("mean_variance_qp.json");
    assertThat(cases).isNotEmpty();
    for (JsonNode one : cases) {
      JsonNode input = one.get("input");
      JsonNode expected = one.get("expected");
      Solution solution =
          MeanVarianceSolver.solve(
              MeanVarianceProblem.withCap(
                  new Moments(
                      ReferenceCases.vector(input.get("mu")),
                      ReferenceCases.flat(input.get("sigma"))),
                  new Penalties(
                      input.get("lambda").doubleValue(),
                      input.get("eta").doubleValue(),
                      ReferenceCases.vector(input.get("previous_weights"))),
                  input.get("max_weight").doubleValue()));

      String name = one.get("name").asText();
      double[] weights = ReferenceCases.vector(expected.get("weights"));
      assertThat(solution.weights()).as(name).containsExactly(weights, within(1e-14));
      assertThat(solution.objectiveValue())
          .as(name)
          .isCloseTo(expected.get("objective").doubleValue(), within(1e-12));
      assertThat(solution.kktResidual()).as(name).isLessThan(1e-14);
    }
  }

  @Test
  void ignoresAWarmStartThatDoesNotFit() {
    Solution cold = MeanVarianceSolver.solve(two(1, 0.6));
    Solution other =
        MeanVarianceSolver.solve(new RandomProblems(1).next(RandomProblems.Kind.REGULAR, 5));
    Solution failed = Solution.none(Status.INFEASIBLE, "no");

    assertThat(MeanVarianceSolver.solve(two(1, 0.6), other).weights()).isEqualTo(cold.weights());
    assertThat(MeanVarianceSolver.solve(two(1, 0.6), failed).weights()).isEqualTo(cold.weights());
  }

  @Test
  void needsOneFactorisationWhenTheBoundsStay() {
    RandomProblems problems = new RandomProblems(5);
    int most = 0;
    for (int k = 0; k < 100; k++) {
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.MIN_VARIANCE, 19);
      Solution cold = MeanVarianceSolver.solve(p);
      most = Math.max(most, cold.iterations());

      assertThat(MeanVarianceSolver.solve(p, cold).iterations()).isEqualTo(1);
    }
    assertThat(most).isGreaterThan(1);
  }

  @Test
  void leavesItsArgumentsAsTheyAre() {
    MeanVarianceProblem p = new RandomProblems(6).next(RandomProblems.Kind.REGULAR, 19);
    double[] sigma = p.sigma().clone();
    double[] previous = p.previous().clone();
    MeanVarianceSolver.solve(p).weights()[0] = 7;

    assertThat(p.sigma()).isEqualTo(sigma);
    assertThat(p.previous()).isEqualTo(previous);
  }

  private static MeanVarianceProblem two(double lambda, double cap) {
    double[] previous = new double[2];
    Arrays.fill(previous, 0.5);
    return MeanVarianceProblem.withCap(
        new Moments(new double[] {0.5, 0}, IDENTITY), new Penalties(lambda, 0, previous), cap);
  }
}

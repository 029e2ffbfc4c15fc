package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.estimate.ReferenceCases;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against cvxopt, a Newton method and scipy's HiGHS, within the tolerance of the file. */
class ObjectivesReferenceTest {

  static Iterable<JsonNode> cases() {
    return ReferenceCases.of("objectives.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leastVariance(JsonNode each) {
    JsonNode expected = each.get("expected").get("min_variance");
    Solution solution = solve(each, new MinVariance());

    requireWeights(each, solution, expected.get("weights"));
    requireFigure(solution, expected.get("variance").doubleValue());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void largestSharpeRatio(JsonNode each) {
    JsonNode expected = each.get("expected").get("max_sharpe");
    Solution solution = solve(each, new MaxSharpe());

    requireWeights(each, solution, expected.get("weights"));
    requireFigure(solution, expected.get("sharpe").doubleValue());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void riskParityWithoutACap(JsonNode each) {
    PortfolioProblem p = Examples.withCap(new RiskParity(), new Moments(mu(each), sigma(each)), 1);
    Solution solution = Optimizer.solve(p);

    JsonNode expected = each.get("expected").get("risk_parity_uncapped");
    requireWeights(each, solution, expected.get("weights"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leastTailLoss(JsonNode each) {
    JsonNode input = each.get("input");
    double[][] returns = ReferenceCases.matrix(input.get("returns"));
    Solution solution = solve(each, new Cvar(returns, input.get("cvar_beta").doubleValue()));

    requireFigure(solution, each.get("expected").get("cvar").get("value").doubleValue());
  }

  private static Solution solve(JsonNode each, Objective objective) {
    double cap = each.get("input").get("max_weight").doubleValue();
    return Optimizer.solve(Examples.withCap(objective, new Moments(mu(each), sigma(each)), cap));
  }

  private static void requireWeights(JsonNode each, Solution solution, JsonNode expected) {
    assertThat(solution.status()).as(solution.detail()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThan(1e-12);
    assertThat(solution.weights())
        .containsExactly(
            ReferenceCases.vector(expected), within(each.get("tolerance").doubleValue()));
  }

  /** The figures themselves are small: relative, not absolute. */
  private static void requireFigure(Solution solution, double expected) {
    assertThat(solution.status()).as(solution.detail()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThan(1e-12);
    assertThat(solution.objectiveValue()).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
  }

  private static double[] mu(JsonNode each) {
    return ReferenceCases.vector(each.get("input").get("mu"));
  }

  private static double[] sigma(JsonNode each) {
    return ReferenceCases.flat(each.get("input").get("sigma"));
  }
}

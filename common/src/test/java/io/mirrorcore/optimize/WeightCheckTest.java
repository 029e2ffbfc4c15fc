package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightCheckTest {

  private static final List<String> NAMES = List.of("UT_BOT", "RSI", "VWAP");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void namesTheStrategyWhoseReturnIsNoNumber(double wrong) {
    for (Objective objective : Objective.values()) {
      WeightProblem p = sound(objective);
      p.mu()[1] = wrong;

      requireInvalid(p, "mu[RSI] must be finite and at most 1e100 in size; have " + wrong);
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesBothStrategiesOfASigmaThatIsNoCovariance(Objective objective) {
    WeightProblem notANumber = sound(objective);
    notANumber.sigma()[5] = Double.NaN;
    requireInvalid(
        notANumber, "sigma[RSI][VWAP] must be finite and at most 1e100 in size; have NaN");

    WeightProblem asymmetric = sound(objective);
    asymmetric.sigma()[5] = 0.3;
    requireInvalid(
        asymmetric, "sigma must be symmetric; have 0.0 at [VWAP][RSI] and 0.3 at [RSI][VWAP]");

    WeightProblem indefinite = sound(objective);
    indefinite.sigma()[1] = 2;
    indefinite.sigma()[3] = 2;
    assertThat(Optimizer.solve(indefinite).detail())
        .startsWith("sigma must be positive semidefinite; elimination leaves ")
        .endsWith(" at [RSI][RSI]");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichArrayHasTheWrongLength(Objective objective) {
    WeightProblem p = sound(objective);
    WeightProblem shortened =
        WeightProblem.of(
            objective,
            new MeanVarianceProblem(
                p.mu(), p.sigma(), 1, 0, new double[2], p.upper(), p.previous()));
    requireInvalid(shortened, "lower must have 3 entries; have 2");

    requireInvalid(p.withNames(List.of("a", "b")), "names must have 3 entries or none; have 2");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatCapsLeaveNoRoom(Objective objective) {
    WeightProblem p = sound(objective);
    Arrays.fill(p.upper(), 0.25);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(solution.detail()).isEqualTo("the 3 upper bounds must sum to at least 1; have 0.75");
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.groupMultipliers()).isEmpty();
    assertThat(solution.scenarioWeights()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RISK_PARITY")
  void saysThatGroupsLeaveNoRoom(Objective objective) {
    WeightProblem overlapping =
        sound(objective)
            .withGroups(
                List.of(
                    new GroupCap("core", new int[] {0, 1}, 0.25),
                    new GroupCap("flow", new int[] {1, 2}, 0.5)));
    requireInfeasible(
        overlapping, "upper bounds and group caps must leave room for weights of sum 1; have 0.75");

    WeightProblem p =
        sound(objective).withGroups(List.of(new GroupCap("core", new int[] {1}, 0.1)));
    p.lower()[1] = 0.2;
    requireInfeasible(
        p, "the cap of group core must be at least the sum of its lower bounds, 0.2; have 0.1");
  }

  @Test
  void saysWhatIsWrongWithAGroup() {
    WeightProblem p = sound(Objective.MIN_VARIANCE);

    requireInvalid(
        p.withGroups(List.of(new GroupCap("core", new int[] {0, 3}, 0.5))),
        "group core has member 3; there are 3 strategies");
    requireInvalid(
        p.withGroups(List.of(new GroupCap("core", new int[] {2, 2}, 0.5))),
        "group core has member VWAP twice");
    requireInvalid(
        p.withGroups(List.of(new GroupCap("core", new int[] {2}, Double.NaN))),
        "the cap of group core must be finite; have NaN");
  }

  @Test
  void wantsRiskThatCanBeShared() {
    WeightProblem riskless = sound(Objective.RISK_PARITY);
    riskless.sigma()[4] = 0;
    requireInvalid(riskless, "sigma[RSI][RSI] must be positive for risk-parity; have 0.0");

    WeightProblem p = sound(Objective.RISK_PARITY);
    requireInvalid(p.withBudgets(1, 1, 0), "budgets[VWAP] must be positive and finite; have 0.0");
    requireInvalid(p.withBudgets(1, -1, 1), "budgets[RSI] must be positive and finite; have -1.0");
    requireInvalid(
        p.withBudgets(1, Double.NaN, 1), "budgets[RSI] must be positive and finite; have NaN");
    requireInvalid(p.withBudgets(1, 1), "budgets must have 3 entries or none; have 2");
    requireInvalid(
        p.withGroups(List.of(new GroupCap("core", new int[] {0}, 1))),
        "risk-parity takes no group caps; have core");
    p.upper()[0] = -0.1;
    p.lower()[0] = -0.1;
    requireInvalid(p, "upper[UT_BOT] must be at least 0 for risk-parity; have -0.1");
  }

  @Test
  void wantsEnoughScenariosForATail() {
    WeightProblem p = sound(Objective.CVAR);

    requireInvalid(
        p.withScenarios(new double[19][3], 0.95),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 19");
    requireInvalid(
        p.withScenarios(new double[0][], 0.95),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 0");
    requireInvalid(p.withScenarios(new double[20][3], 1), "beta must be in [0, 1); have 1.0");
    requireInvalid(
        p.withScenarios(new double[20][3], Double.NaN), "beta must be in [0, 1); have NaN");
    double[][] ragged = new double[20][3];
    ragged[7] = new double[2];
    requireInvalid(p.withScenarios(ragged, 0.95), "scenarios[7] must have 3 entries; have 2");
    double[][] broken = new double[20][3];
    broken[7][2] = Double.NaN;
    requireInvalid(
        p.withScenarios(broken, 0.95),
        "scenarios[7][VWAP] must be finite and at most 1e100 in size; have NaN");
    assertThat(Optimizer.solve(p.withScenarios(new double[20][3], 0.95)).status())
        .isEqualTo(Status.OPTIMAL);
  }

  @Test
  void wantsARisklessRateThatIsANumber() {
    requireInvalid(
        sound(Objective.MAX_SHARPE).withRiskFree(Double.NaN), "riskFree must be finite; have NaN");
  }

  @Test
  void countsStrategiesWithoutNames() {
    WeightProblem p = sound(Objective.EQUAL).withNames(List.of());
    p.upper()[2] = Double.NaN;

    requireInvalid(p, "upper[s2] must be finite and at most 1e100 in size; have NaN");
  }

  private static WeightProblem sound(Objective objective) {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[][] scenarios = new double[20][3];
    for (int t = 0; t < 20; t++) {
      scenarios[t][t % 3] = -t;
    }
    return WeightProblem.withCap(objective, new double[] {1, 2, 3}, sigma, 1)
        .withScenarios(scenarios, 0.95)
        .withNames(NAMES);
  }

  private static void requireInvalid(WeightProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INVALID_INPUT);
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.kktResidual()).isEqualTo(Double.MAX_VALUE);
  }

  private static void requireInfeasible(WeightProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
  }
}

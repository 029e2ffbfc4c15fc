package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioCheckTest {

  static Stream<Objective> withGroupCaps() {
    return Objective.all().stream().filter(Objective::takesGroupCaps);
  }

  private static final List<String> NAMES = List.of("UT_BOT", "RSI", "VWAP");

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void namesTheStrategyWhoseReturnIsNoNumber(double wrong) {
    for (Objective objective : Objective.all()) {
      PortfolioProblem p = sound(objective);
      p.moments().mu()[1] = wrong;

      requireInvalid(p, "mu[RSI] must be finite and at most 1e100 in size; have " + wrong);
    }
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void namesBothStrategiesOfASigmaThatIsNoCovariance(Objective objective) {
    PortfolioProblem notANumber = sound(objective);
    notANumber.moments().sigma()[5] = Double.NaN;
    requireInvalid(
        notANumber, "sigma[RSI][VWAP] must be finite and at most 1e100 in size; have NaN");

    PortfolioProblem asymmetric = sound(objective);
    asymmetric.moments().sigma()[5] = 0.3;
    requireInvalid(
        asymmetric, "sigma must be symmetric; have 0.0 at [VWAP][RSI] and 0.3 at [RSI][VWAP]");

    PortfolioProblem indefinite = sound(objective);
    indefinite.moments().sigma()[1] = 2;
    indefinite.moments().sigma()[3] = 2;
    assertThat(Optimizer.solve(indefinite).detail())
        .startsWith("sigma must be positive semidefinite; elimination leaves ")
        .endsWith(" at [RSI][RSI]");
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void saysWhichArrayHasTheWrongLength(Objective objective) {
    PortfolioProblem p = sound(objective);
    PortfolioProblem shortened =
        PortfolioProblem.of(
            objective,
            new MeanVarianceProblem(
                p.moments(), p.penalties(), new Box(new double[2], p.box().upper())));
    requireInvalid(shortened, "lower must have 3 entries; have 2");

    requireInvalid(p.withNames(List.of("a", "b")), "names must have 3 entries or none; have 2");
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void saysThatCapsLeaveNoRoom(Objective objective) {
    PortfolioProblem p = sound(objective);
    Arrays.fill(p.box().upper(), 0.25);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(solution.detail()).isEqualTo("the 3 upper bounds must sum to at least 1; have 0.75");
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.groupMultipliers()).isEmpty();
    assertThat(solution.scenarioWeights()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withGroupCaps")
  void saysThatGroupsLeaveNoRoom(Objective objective) {
    PortfolioProblem overlapping =
        sound(objective)
            .withGroups(
                List.of(
                    new GroupCap("core", new int[] {0, 1}, 0.25),
                    new GroupCap("flow", new int[] {1, 2}, 0.5)));
    requireInfeasible(
        overlapping, "upper bounds and group caps must leave room for weights of sum 1; have 0.75");

    PortfolioProblem p =
        sound(objective).withGroups(List.of(new GroupCap("core", new int[] {1}, 0.1)));
    p.box().lower()[1] = 0.2;
    requireInfeasible(
        p, "the cap of group core must be at least the sum of its lower bounds, 0.2; have 0.1");
  }

  @Test
  void saysWhatIsWrongWithAGroup() {
    PortfolioProblem p = sound(new MinVariance());

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
    PortfolioProblem riskless = sound(new RiskParity());
    riskless.moments().sigma()[4] = 0;
    requireInvalid(riskless, "sigma[RSI][RSI] must be positive for risk-parity; have 0.0");

    PortfolioProblem p = sound(new RiskParity());
    requireInvalid(
        p.withObjective(new RiskParity(new double[] {1, 1, 0})),
        "budgets[VWAP] must be positive and finite; have 0.0");
    requireInvalid(
        p.withObjective(new RiskParity(new double[] {1, -1, 1})),
        "budgets[RSI] must be positive and finite; have -1.0");
    requireInvalid(
        p.withObjective(new RiskParity(new double[] {1, Double.NaN, 1})),
        "budgets[RSI] must be positive and finite; have NaN");
    requireInvalid(
        p.withObjective(new RiskParity(new double[] {1, 1})),
        "budgets must have 3 entries or none; have 2");
    requireInvalid(
        p.withGroups(List.of(new GroupCap("core", new int[] {0}, 1))),
        "risk-parity takes no group caps; have core");
    p.box().upper()[0] = -0.1;
    p.box().lower()[0] = -0.1;
    requireInvalid(p, "upper[UT_BOT] must be at least 0 for risk-parity; have -0.1");
  }

  @Test
  void wantsEnoughScenariosForATail() {
    PortfolioProblem p = sound(new Cvar());

    requireInvalid(
        p.withObjective(new Cvar(new double[19][3], 0.95)),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 19");
    requireInvalid(
        p.withObjective(new Cvar(new double[0][], 0.95)),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 0");
    requireInvalid(
        p.withObjective(new Cvar(new double[20][3], 1)), "beta must be in [0, 1); have 1.0");
    requireInvalid(
        p.withObjective(new Cvar(new double[20][3], Double.NaN)),
        "beta must be in [0, 1); have NaN");
    double[][] ragged = new double[20][3];
    ragged[7] = new double[2];
    requireInvalid(
        p.withObjective(new Cvar(ragged, 0.95)), "scenarios[7] must have 3 entries; have 2");
    double[][] broken = new double[20][3];
    broken[7][2] = Double.NaN;
    requireInvalid(
        p.withObjective(new Cvar(broken, 0.95)),
        "scenarios[7][VWAP] must be finite and at most 1e100 in size; have NaN");
    assertThat(Optimizer.solve(p.withObjective(new Cvar(new double[20][3], 0.95))).status())
        .isEqualTo(Status.OPTIMAL);
  }

  @Test
  void wantsARisklessRateThatIsANumber() {
    requireInvalid(sound(new MaxSharpe(Double.NaN)), "riskFree must be finite; have NaN");
  }

  @Test
  void countsStrategiesWithoutNames() {
    PortfolioProblem p = sound(new Equal()).withNames(List.of());
    p.box().upper()[2] = Double.NaN;

    requireInvalid(p, "upper[s2] must be finite and at most 1e100 in size; have NaN");
  }

  private static PortfolioProblem sound(Objective objective) {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[][] scenarios = new double[20][3];
    for (int t = 0; t < 20; t++) {
      scenarios[t][t % 3] = -t;
    }
    Objective posed = objective.with(objective.inputs().withScenarios(scenarios));
    return PortfolioProblem.withCap(posed, new Moments(new double[] {1, 2, 3}, sigma), 1)
        .withNames(NAMES);
  }

  private static void requireInvalid(PortfolioProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INVALID_INPUT);
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.kktResidual()).isEqualTo(Double.MAX_VALUE);
  }

  private static void requireInfeasible(PortfolioProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
  }
}

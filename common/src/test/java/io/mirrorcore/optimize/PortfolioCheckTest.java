package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
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

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void namesTheStrategyWhoseReturnIsNoNumber(double wrong) {
    for (Objective objective : Objective.all()) {
      PortfolioProblem p = Examples.sound(objective);
      p.moments().mu()[1] = wrong;

      Examples.requireInvalid(p, "mu[RSI] must be finite and at most 1e100 in size; have " + wrong);
    }
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void namesBothStrategiesOfASigmaThatIsNoCovariance(Objective objective) {
    PortfolioProblem notANumber = Examples.sound(objective);
    notANumber.moments().sigma()[5] = Double.NaN;
    Examples.requireInvalid(
        notANumber, "sigma[RSI][VWAP] must be finite and at most 1e100 in size; have NaN");

    PortfolioProblem asymmetric = Examples.sound(objective);
    asymmetric.moments().sigma()[5] = 0.3;
    Examples.requireInvalid(
        asymmetric, "sigma must be symmetric; have 0.0 at [VWAP][RSI] and 0.3 at [RSI][VWAP]");

    PortfolioProblem indefinite = Examples.sound(objective);
    indefinite.moments().sigma()[1] = 2;
    indefinite.moments().sigma()[3] = 2;
    assertThat(Optimizer.solve(indefinite).detail())
        .startsWith("sigma must be positive semidefinite; elimination leaves ")
        .endsWith(" at [RSI][RSI]");
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void saysWhichArrayHasTheWrongLength(Objective objective) {
    PortfolioProblem p = Examples.sound(objective);
    PortfolioProblem shortened =
        Examples.of(
            objective,
            new MeanVarianceProblem(
                p.moments(), p.penalties(), new Box(new double[2], p.box().upper())));
    Examples.requireInvalid(shortened, "lower must have 3 entries; have 2");

    Examples.requireInvalid(
        Examples.named(p, List.of("a", "b")), "names must have 3 entries or none; have 2");
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void saysThatCapsLeaveNoRoom(Objective objective) {
    PortfolioProblem p = Examples.sound(objective);
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
        Examples.grouped(
            Examples.sound(objective),
            List.of(
                new GroupCap("core", new int[] {0, 1}, 0.25),
                new GroupCap("flow", new int[] {1, 2}, 0.5)));
    requireInfeasible(
        overlapping, "upper bounds and group caps must leave room for weights of sum 1; have 0.75");

    PortfolioProblem p =
        Examples.grouped(
            Examples.sound(objective), List.of(new GroupCap("core", new int[] {1}, 0.1)));
    p.box().lower()[1] = 0.2;
    requireInfeasible(
        p, "the cap of group core must be at least the sum of its lower bounds, 0.2; have 0.1");
  }

  @Test
  void saysWhatIsWrongWithAGroup() {
    PortfolioProblem p = Examples.sound(new MinVariance());

    Examples.requireInvalid(
        Examples.grouped(p, List.of(new GroupCap("core", new int[] {0, 3}, 0.5))),
        "group core has member 3; there are 3 strategies");
    Examples.requireInvalid(
        Examples.grouped(p, List.of(new GroupCap("core", new int[] {2, 2}, 0.5))),
        "group core has member VWAP twice");
    Examples.requireInvalid(
        Examples.grouped(p, List.of(new GroupCap("core", new int[] {2}, Double.NaN))),
        "the cap of group core must be finite; have NaN");
  }

  @Test
  void countsStrategiesWithoutNames() {
    PortfolioProblem p = Examples.named(Examples.sound(new Equal()), List.of());
    p.box().upper()[2] = Double.NaN;

    Examples.requireInvalid(p, "upper[s2] must be finite and at most 1e100 in size; have NaN");
  }

  private static void requireInfeasible(PortfolioProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
  }
}

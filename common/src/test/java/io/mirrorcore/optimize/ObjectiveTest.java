package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveTest {

  private static final ObjectiveInputs OTHER =
      new ObjectiveInputs(0.25, new double[] {1, 3}, new double[][] {{1, 2}, {3, 4}}, 0.5);

  @Test
  void knowsEveryObjectiveThatThereIs() {
    assertThat(Objective.all().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Objective.class.getPermittedSubclasses());
    assertThat(Objective.ids())
        .as("published names stay")
        .contains("mean-variance", "min-variance", "max-sharpe", "risk-parity", "cvar", "equal")
        .doesNotHaveDuplicates();
    assertThat(Objective.of("best")).isEmpty();
    assertThat(Objective.thatNeed(ObjectiveInput.EXPECTED_RETURNS))
        .startsWith("mean-variance or max-sharpe");
  }

  @ParameterizedTest
  @MethodSource("all")
  void isFoundByItsName(Objective objective) {
    assertThat(Objective.of(objective.id())).contains(objective);
    assertThat(objective.id()).matches("[a-z-]+");
  }

  /** Those it needs, and the defaults in place of the others. */
  @ParameterizedTest
  @MethodSource("all")
  void takesTheInputsThatItNeeds(Objective objective) {
    ObjectiveInputs none = ObjectiveInputs.none();
    ObjectiveInputs taken = objective.with(OTHER).inputs();
    boolean scenarios = objective.needs(ObjectiveInput.SCENARIOS);

    assertThat(taken.riskFree())
        .isEqualTo(objective.needs(ObjectiveInput.RISK_FREE) ? 0.25 : none.riskFree());
    assertThat(taken.budgets())
        .isEqualTo(objective.needs(ObjectiveInput.BUDGETS) ? OTHER.budgets() : none.budgets());
    assertThat(taken.scenarios()).isEqualTo(scenarios ? OTHER.scenarios() : none.scenarios());
    assertThat(taken.beta()).isEqualTo(scenarios ? 0.5 : none.beta());
  }

  @ParameterizedTest
  @MethodSource("all")
  void travelsToAWorkerWithItsInputs(Objective objective) throws Exception {
    Objective posed = objective.with(OTHER);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(posed);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(posed).hasSameHashCodeAs(posed);
    }
  }

  @Test
  void isAnotherOneWithOtherInputs() {
    assertThat(new RiskParity(new double[] {1, 2}))
        .isEqualTo(new RiskParity(new double[] {1, 2}))
        .isNotEqualTo(new RiskParity());
    assertThat(new Cvar(new double[][] {{1}}, 0.5))
        .isEqualTo(new Cvar(new double[][] {{1}}, 0.5))
        .isNotEqualTo(new Cvar(new double[][] {{1}}, 0.9))
        .isNotEqualTo(new Cvar());
    assertThat(new MaxSharpe(1)).isNotEqualTo(new MaxSharpe());
  }

  /** Groups that an objective cannot take are a sentence of its own; the others solve with them. */
  @ParameterizedTest
  @MethodSource("all")
  void takesGroupsOrRefusesThem(Objective objective) {
    PortfolioProblem p =
        Examples.grouped(
            Examples.withCap(
                objective.with(OTHER),
                new Moments(new double[] {1, 2}, new double[] {1, 0, 0, 1}),
                1),
            List.of(new GroupCap("g", new int[] {0}, 0.25)));

    assertThat(objective.takesGroupCaps()).isEqualTo(p.objective().check(p).isEmpty());
    assertThat(Optimizer.solve(p).isUsable()).isEqualTo(objective.takesGroupCaps());
  }

  /** 1/2 and 1/2 of (1, 2) under I, lambda 1, nothing held before. */
  @Test
  void hasTheFigureThatItIsJudgedBy() {
    double[] equal = {0.5, 0.5};
    assertThat(value(new MeanVariance(), equal)).isEqualTo(1.5 - 0.25);
    assertThat(value(new MinVariance(), equal)).isEqualTo(0.5);
    assertThat(value(new MaxSharpe(0.5), equal)).isEqualTo(1 / Math.sqrt(0.5));
    assertThat(value(new RiskParity(), equal)).isEqualTo(0.5);
    assertThat(value(new Cvar(new double[][] {{-1, -3}, {9, 9}}, 0.5), equal)).isEqualTo(2);
    assertThat(value(new Equal(), new double[] {1, 0})).isEqualTo(0.5);
  }

  @ParameterizedTest
  @MethodSource("all")
  void cannotJudgeAPointOfAnotherSize(Objective objective) {
    PortfolioProblem p = problem(objective.with(OTHER));
    PrimalDualPoint one = PrimalDualPoint.of(new double[] {1}, 0.5, 0);
    PrimalDualPoint grouped = PrimalDualPoint.of(new double[] {0.5, 0.5}, 0.5, new double[3], 0);

    assertThat(p.residual(one)).isInfinite();
    assertThat(p.residual(grouped)).isInfinite();
  }

  static List<Objective> all() {
    return Objective.all();
  }

  private static double value(Objective objective, double[] weights) {
    return problem(objective).objectiveValue(weights);
  }

  private static PortfolioProblem problem(Objective objective) {
    Moments moments = new Moments(new double[] {1, 2}, new double[] {1, 0, 0, 1});
    return Examples.withCap(objective, moments, 1);
  }
}

package io.mirrorcore.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.TailLossProblem;
import io.mirrorcore.optimize.proof.TailLossCertificate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScenarioSimplexTest {

  /** Losses of 2 and 1 in turn: (1/3, 2/3) loses 2/3 in either, and so does any mix under p. */
  @Test
  void endsAtTheVertexWorkedOutByHand() {
    PrimalDualPoint point = solved(new double[][] {{-2, 0}, {0, -1}}, 1, Box.upTo(1, 2), List.of());

    assertThat(point.weights()).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    assertThat(point.scenarioWeights())
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    assertThat(point.budgetMultiplier()).isCloseTo(-2.0 / 3, within(1e-15));
  }

  /** Three scenarios of which each may count half: two share the tail, the best has no part. */
  @Test
  void spreadsTheTailOverAsManyScenariosAsItHas() {
    double[][] scenarios = {{-3}, {5}, {-1}};
    PrimalDualPoint point = solved(scenarios, 0.5, Box.upTo(1, 1), List.of());

    assertThat(point.scenarioWeights()).containsExactly(0.5, 0, 0.5);
    assertThat(point.weights()).containsExactly(1);
  }

  @Test
  void standsExactlyAtTheBoundsThatBind() {
    Box box = new Box(new double[] {0.1, 0, 0}, new double[] {1, 0.3, 1});
    PrimalDualPoint point = solved(new double[][] {{1, 3, 2}}, 1, box, List.of());

    assertThat(point.weights()[0]).isEqualTo(0.1);
    assertThat(point.weights()[1]).isEqualTo(0.3);
    assertThat(point.weights()[2]).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void saysWhenNoWeightsMeetTheConstraints() {
    double[][] gain = {{1, 2}};
    assertThat(simplex(gain, 1, Box.upTo(0.4, 2), List.of()).run()).isFalse();
    GroupCap all = new GroupCap("all", new int[] {0, 1}, 0.9);
    assertThat(simplex(gain, 1, Box.upTo(1, 2), List.of(all)).run()).isFalse();
    Box tooMuch = new Box(new double[] {0.7, 0.7}, new double[] {1, 1});
    assertThat(simplex(gain, 1, tooMuch, List.of()).run()).isFalse();
  }

  /** Its multipliers prove every vertex, ties and scenarios that are the same included. */
  @Test
  void provesItsVertex() {
    SplittableRandom random = new SplittableRandom(61);
    for (int k = 0; k < 300; k++) {
      TailLossProblem p = random(random);
      PrimalDualPoint point = solved(p.scenarios(), p.largestScenarioWeight(), p.box(), p.groups());

      assertThat(TailLossCertificate.residual(p, point)).isLessThan(1e-13);
    }
  }

  @Test
  void doesNotMindTheUnit() {
    SplittableRandom random = new SplittableRandom(62);
    for (int k = 0; k < 50; k++) {
      TailLossProblem p = random(random);
      double[][] scaled =
          Arrays.stream(p.scenarios())
              .map(row -> Arrays.stream(row).map(r -> 0x1p-40 * r).toArray())
              .toArray(double[][]::new);
      double most = p.largestScenarioWeight();

      assertThat(solved(scaled, most, p.box(), p.groups()).weights())
          .isEqualTo(solved(p.scenarios(), most, p.box(), p.groups()).weights());
    }
  }

  /** Returns of two digits tie often; a group over half of the strategies, never too tight. */
  private static TailLossProblem random(SplittableRandom random) {
    int n = 2 + random.nextInt(8);
    double[][] scenarios = new double[20 + random.nextInt(30)][];
    for (int t = 0; t < scenarios.length; t++) {
      scenarios[t] = random.doubles(n, -1, 1).map(r -> Math.rint(20 * r) / 20).toArray();
    }
    int[] members = new int[n / 2];
    Arrays.setAll(members, i -> i);
    double cap = 2.0 / n;
    GroupCap group = new GroupCap("half", members, 0.3 + 0.7 * random.nextDouble());
    return new TailLossProblem(scenarios, 0.9, Box.upTo(cap, n), List.of(group));
  }

  private static PrimalDualPoint solved(
      double[][] scenarios, double most, Box box, List<GroupCap> groups) {
    ScenarioSimplex simplex = simplex(scenarios, most, box, groups);
    assertThat(simplex.run()).isTrue();
    return simplex.point();
  }

  private static ScenarioSimplex simplex(
      double[][] scenarios, double most, Box box, List<GroupCap> groups) {
    return new ScenarioSimplex(scenarios, most, box, groups);
  }
}

package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupActiveSetTest {

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private final MeanVarianceProblem alike =
      MeanVarianceProblem.leastVariance(IDENTITY, Box.upTo(1, 3));

  /** Without the group 1/3 each; the group of two may have 0.4. */
  @Test
  void holdsAGroupAtItsCap() {
    List<GroupCap> flow = List.of(new GroupCap("flow", new int[] {0, 1}, 0.4));
    PrimalDualPoint point = solved(alike, flow, 0, 0, 1);

    assertThat(point.weights()).containsExactly(new double[] {0.2, 0.2, 0.6}, within(1e-15));
    // Gradients -2w: nu = -1.2 outside, nu + y = -0.4 inside.
    assertThat(point.budgetMultiplier()).isCloseTo(-1.2, within(1e-15));
    assertThat(point.groupMultipliers()).containsExactly(new double[] {0.8}, within(1e-15));
  }

  /** Started at the cap of a group that does not bind, it lets go. */
  @Test
  void releasesAGroupThatDoesNotBind() {
    List<GroupCap> most = List.of(new GroupCap("most", new int[] {0, 1}, 0.9));
    PrimalDualPoint point = solved(alike, most, 0.9, 0, 0.1);

    assertThat(point.weights())
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
    assertThat(point.groupMultipliers()).containsExactly(0);
  }

  /** All strategies under a cap of 1 say what the budget says, and must not be held beside it. */
  @Test
  void holdsNoGroupThatTheBudgetImplies() {
    List<GroupCap> groups =
        List.of(
            new GroupCap("all", new int[] {0, 1, 2}, 1), new GroupCap("last", new int[] {2}, 0.2));
    PrimalDualPoint point = solved(alike, groups, 1, 0, 0);

    assertThat(point.weights()).containsExactly(new double[] {0.4, 0.4, 0.2}, within(1e-15));
    assertThat(MeanVarianceCertificate.residual(alike, groups, point)).isLessThan(1e-15);
  }

  /** The shared strategy counts in both: 0.2 for each pair leaves 0.6 to the other two. */
  @Test
  void holdsOverlappingGroups() {
    double[] sigma = new double[16];
    for (int i = 0; i < 4; i++) {
      sigma[5 * i] = 1;
    }
    MeanVarianceProblem four = MeanVarianceProblem.leastVariance(sigma, Box.upTo(1, 4));
    List<GroupCap> groups =
        List.of(new GroupCap("a", new int[] {0, 1}, 0.2), new GroupCap("b", new int[] {1, 2}, 0.2));
    PrimalDualPoint point = solved(four, groups, 0, 0, 0, 1);

    // w = (a, 0.2 - a, a, 0.8 - a): minimise 2 a^2 + (0.2 - a)^2 + (0.8 - a)^2: a = 0.25 > 0.2.
    assertThat(point.weights()).containsExactly(new double[] {0.2, 0, 0.2, 0.6}, within(1e-15));
    assertThat(MeanVarianceCertificate.residual(four, groups, point)).isLessThan(1e-15);
  }

  /** From the vertex of the lower bounds up, whatever the curvature. */
  @ParameterizedTest
  @EnumSource(names = {"REGULAR", "TIGHT_CAP", "TIES", "SINGULAR_SIGMA", "TWINS", "RANK_ONE"})
  void provesItsOptimum(Kind kind) {
    RandomProblems problems = new RandomProblems(80);
    SplittableRandom random = new SplittableRandom(80);
    for (int k = 0; k < 60; k++) {
      MeanVarianceProblem p = problems.next(kind, 4 + random.nextInt(12));
      double[] start = greedy(p.box());
      List<GroupCap> groups =
          List.of(group(start, random), group(start, random), group(start, random));
      PrimalDualPoint point = new GroupActiveSet(p, groups, start).solve();

      assertThat(MeanVarianceCertificate.residual(p, groups, point)).isLessThan(1e-12);
    }
  }

  /** A vertex: full from the first strategy on, as far as the budget reaches. */
  private static double[] greedy(Box box) {
    double[] start = box.lower().clone();
    double left = 1;
    for (int i = 0; i < start.length; i++) {
      double more = Math.min(left, box.upper()[i] - box.lower()[i]);
      start[i] += more;
      left -= more;
    }
    return start;
  }

  /** Half of the strategies under a cap that the start meets, at it or with a little slack. */
  private static GroupCap group(double[] start, SplittableRandom random) {
    int[] members = IntStream.range(0, start.length).filter(i -> random.nextBoolean()).toArray();
    double weight = new GroupCap("", members, 0).weight(start);
    double slack = random.nextBoolean() ? 0 : 0.2 * random.nextDouble();
    return new GroupCap("g", members, weight + slack);
  }

  private static PrimalDualPoint solved(
      MeanVarianceProblem p, List<GroupCap> groups, double... start) {
    return new GroupActiveSet(p, groups, start).solve();
  }
}

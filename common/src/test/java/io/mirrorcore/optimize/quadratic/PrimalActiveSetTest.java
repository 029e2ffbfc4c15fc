package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrimalActiveSetTest {

  /** Without risk the greedy vertex is the optimum: one step to see it. */
  @Test
  void startsAtTheGreedyVertex() {
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {1, 4, 2, 3}, new double[16]),
            new Penalties(0, 0, new double[4]),
            0.4);
    Iterate at = solved(p);

    assertThat(at.weights).containsExactly(new double[] {0, 0.4, 0.2, 0.4}, within(1e-16));
    assertThat(at.side).containsExactly(Iterate.LOWER, Iterate.UPPER, Iterate.FREE, Iterate.UPPER);
  }

  /** Twins of opposite sign hedge each other: 0.2 + 0.2 d - d^2/2 with d = 1/5. */
  @Test
  void walksInsideFromTheVertex() {
    MeanVarianceProblem p =
        MeanVarianceProblem.withCap(
            new Moments(new double[] {0.4, 0}, new double[] {1, -1, -1, 1}),
            new Penalties(1, 0, new double[2]),
            1);

    assertThat(solved(p).weights).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  /** Every weight on a bound: one of them rises by as much as another falls. */
  @Test
  void releasesAPairWhereNothingIsFree() {
    MeanVarianceProblem p =
        new MeanVarianceProblem(
            new Moments(new double[] {2, 1}, new double[] {8, 0, 0, 1}),
            new Penalties(1, 0, new double[2]),
            new Box(new double[] {0, 0}, new double[] {1, 1}));

    // The vertex is (1, 0), its gradients -6 and 1; then 2 - 8 w = 1 - (1 - w).
    assertThat(solved(p).weights).containsExactly(new double[] {2.0 / 9, 7.0 / 9}, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void endsAtTheOptimumOfEveryKind(Kind kind) {
    RandomProblems problems = new RandomProblems(79);
    for (int k = 0; k < 40; k++) {
      MeanVarianceProblem p = problems.next(kind);
      Iterate at = solved(p);
      double nu = MeanVarianceCertificate.budgetMultiplier(p, at.weights);

      assertThat(MeanVarianceCertificate.residual(p, at.weights, nu)).isLessThan(1e-11);
      assertThat(Arrays.stream(at.weights).sum()).isCloseTo(1, within(1e-11));
    }
  }

  private static Iterate solved(MeanVarianceProblem p) {
    Iterate at = new Iterate(p);
    new PrimalActiveSet(at, new FreeBlock(p)).run();
    return at;
  }
}

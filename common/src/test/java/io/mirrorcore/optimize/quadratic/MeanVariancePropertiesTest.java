package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeanVariancePropertiesTest {

  private static final int PROBLEMS = 250;

  @ParameterizedTest
  @EnumSource
  void isOptimalAndFeasibleToRounding(Kind kind) {
    RandomProblems problems = new RandomProblems(11);
    for (int k = 0; k < PROBLEMS; k++) {
      MeanVarianceProblem p = problems.next(kind);
      requireProof(p, MeanVarianceSolver.solve(p));
    }
  }

  /** What the certificate says is checked against what it means. */
  @ParameterizedTest
  @EnumSource
  void isBeatenByNoOtherWeights(Kind kind) {
    RandomProblems problems = new RandomProblems(12);
    Random random = new Random(12);
    for (int k = 0; k < 30; k++) {
      MeanVarianceProblem p = problems.next(kind);
      Solution solution = MeanVarianceSolver.solve(p);
      double rounding = 1e-12 * (1 + Math.abs(solution.objectiveValue()));
      for (int trial = 0; trial < 50; trial++) {
        double[] other = shifted(p, solution.weights(), random);
        assertThat(p.utility(other)).isLessThan(solution.objectiveValue() + rounding);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameBitsWarmAsCold(Kind kind) {
    RandomProblems problems = new RandomProblems(13);
    for (int k = 0; k < PROBLEMS; k++) {
      MeanVarianceProblem p = problems.next(kind);
      Solution cold = MeanVarianceSolver.solve(p);

      assertThat(MeanVarianceSolver.solve(p, cold).weights()).isEqualTo(cold.weights());
    }
  }

  /** The bounds of an unrelated problem are as bad a guess as any. */
  @ParameterizedTest
  @EnumSource
  void reachesTheSameOptimumFromAWrongWarmStart(Kind kind) {
    RandomProblems problems = new RandomProblems(14);
    for (int k = 0; k < PROBLEMS; k++) {
      int n = 1 + k % 25;
      Solution wrong = MeanVarianceSolver.solve(problems.next(Kind.ODD_BOXES, n));
      MeanVarianceProblem p = problems.next(kind, n);
      Solution warm = MeanVarianceSolver.solve(p, wrong);
      requireProof(p, warm);
      if (kind.isStrictlyConvex()) {
        requireSame(warm.weights(), MeanVarianceSolver.solve(p).weights());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotMindTheUnitOfTheObjective(Kind kind) {
    RandomProblems problems = new RandomProblems(15);
    for (int k = 0; k < PROBLEMS; k++) {
      MeanVarianceProblem p = problems.next(kind);
      double[] weights = MeanVarianceSolver.solve(p).weights();
      if (kind.isStrictlyConvex()) {
        requireSame(MeanVarianceSolver.solve(RandomProblems.scaled(p, 1e-10)).weights(), weights);
      }
      // A power of two changes no mantissa, so nothing at all may change.
      assertThat(MeanVarianceSolver.solve(RandomProblems.scaled(p, 0x1p-34)).weights())
          .isEqualTo(weights);
      requireProof(
          RandomProblems.scaled(p, 1e10), MeanVarianceSolver.solve(RandomProblems.scaled(p, 1e10)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotMindTheOrderOfTheStrategies(Kind kind) {
    RandomProblems problems = new RandomProblems(16);
    Random random = new Random(16);
    for (int k = 0; k < PROBLEMS; k++) {
      MeanVarianceProblem p = problems.next(kind);
      int[] order = permutation(p.size(), random);
      Solution solution = MeanVarianceSolver.solve(p);
      Solution permuted = MeanVarianceSolver.solve(permuted(p, order));
      if (kind.isStrictlyConvex()) {
        requireSame(permuted.weights(), permuted(solution.weights(), order));
      }
      double rounding = 1e-13 * (1e-3 + Math.abs(solution.objectiveValue()));
      assertThat(permuted.objectiveValue()).isCloseTo(solution.objectiveValue(), within(rounding));
    }
  }

  @Test
  void solvesLargeProblems() {
    RandomProblems problems = new RandomProblems(17);
    for (Kind kind : Kind.values()) {
      MeanVarianceProblem p = problems.next(kind, 120);
      requireProof(p, MeanVarianceSolver.solve(p));
    }
  }

  private static void requireProof(MeanVarianceProblem p, Solution solution) {
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThanOrEqualTo(1e-14);
    double sum = 0;
    for (int i = 0; i < p.size(); i++) {
      double w = solution.weights()[i];
      sum += w;
      boolean exact =
          w >= p.lower()[i]
              && w <= p.upper()[i]
              && solution.atLower()[i] == (w == p.lower()[i])
              && solution.atUpper()[i] == (w == p.upper()[i]);
      // One assertion per weight would take ten times as long as solving.
      if (!exact) {
        fail("weight %s of %s is not exactly within or at its bounds", i, solution);
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-13));
  }

  private static void requireSame(double[] weights, double[] expected) {
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs(weights[i] - expected[i]));
    }
    assertThat(worst).isLessThanOrEqualTo(1e-12);
  }

  /** Feasible weights near some others: one strategy gives what another takes, a few times. */
  private static double[] shifted(MeanVarianceProblem p, double[] weights, Random random) {
    double[] other = weights.clone();
    for (int move = random.nextInt(4); move >= 0; move--) {
      int from = random.nextInt(p.size());
      int to = random.nextInt(p.size());
      double room = Math.min(other[from] - p.lower()[from], p.upper()[to] - other[to]);
      double amount = room * Math.pow(10, -4 * random.nextDouble());
      other[from] -= amount;
      other[to] += amount;
    }
    return other;
  }

  private static int[] permutation(int n, Random random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static double[] permuted(double[] values, int[] order) {
    double[] permuted = new double[values.length];
    for (int i = 0; i < permuted.length; i++) {
      permuted[i] = values[order[i]];
    }
    return permuted;
  }

  private static MeanVarianceProblem permuted(MeanVarianceProblem p, int[] order) {
    int n = order.length;
    double[] sigma = new double[n * n];
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] = p.sigma()[order[k / n] * n + order[k % n]];
    }
    return new MeanVarianceProblem(
        new Moments(permuted(p.mu(), order), sigma),
        new Penalties(p.lambda(), p.eta(), permuted(p.previous(), order)),
        new Box(permuted(p.lower(), order), permuted(p.upper(), order)));
  }
}

package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every promise of {@link Solution} on every kind of problem, often enough to meet the rare. */
class HundredThousandProblemsTest {

  static final int PROBLEMS = 100_000;

  private double worstResidual;
  private double worstSum;
  private int mostIterations;

  @Test
  void keepEveryPromise() {
    Stream problems = new Stream(31);
    for (int k = 0; k < PROBLEMS; k++) {
      MeanVarianceProblem p = problems.next(k);
      Solution cold = MeanVarianceSolver.solve(p);
      require(p, cold, k);
      requireSameBits(MeanVarianceSolver.solveEstimated(p, cold), cold, k);
    }
    System.out.printf(
        "%,d problems: largest residual %.1e, sum off by %.1e, most iterations %d%n",
        PROBLEMS, worstResidual, worstSum, mostIterations);
  }

  /** Five hundred strategies: where updates of the factor and blocks of columns come in. */
  @ParameterizedTest
  @EnumSource(
      names = {"REGULAR", "TIGHT_CAP", "ODD_BOXES", "SINGULAR_SIGMA", "TWINS", "ZERO_STRATEGY"})
  void keepEveryPromiseWhenLarge(Kind kind) {
    MeanVarianceProblem p = new RandomProblems(32).next(kind, 500);
    Solution cold = MeanVarianceSolver.solve(p);
    require(p, cold, 0);
    requireSameBits(MeanVarianceSolver.solveEstimated(p), cold, 0);
    requireSameBits(MeanVarianceSolver.solveEstimated(p, cold), cold, 0);
    System.out.printf(
        "500 strategies, %s: residual %.1e, iterations %d%n", kind, worstResidual, mostIterations);
  }

  /** Products overflow and vanish here; what cannot be solved must say so, in sound weights. */
  @Test
  void giveNoNaNHoweverFarApartTheirNumbersAre() {
    SplittableRandom random = new SplittableRandom(33);
    int optimal = 0;
    for (int k = 0; k < 5_000; k++) {
      Solution solution = MeanVarianceSolver.solve(farApart(1 + k % 8, random));
      optimal += solution.status() == Status.OPTIMAL ? 1 : 0;
      for (double w : solution.weights()) {
        if (!(w >= 0 && w <= 1)) {
          fail("problem %s: weight %s, %s", k, w, solution.status());
        }
      }
      assertThat(solution.kktResidual()).isNotNaN();
    }
    assertThat(optimal).isGreaterThan(4_900);
  }

  private static MeanVarianceProblem farApart(int n, SplittableRandom random) {
    double[] mu = new double[n];
    double[] x = new double[n];
    double[] previous = new double[n];
    for (int i = 0; i < n; i++) {
      mu[i] = (random.nextDouble() - 0.5) * magnitude(random);
      x[i] = (random.nextDouble() - 0.5) * Math.sqrt(magnitude(random));
      previous[i] = random.nextDouble();
    }
    double[] sigma = new double[n * n];
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] = x[k / n] * x[k % n] * (k % (n + 1) == 0 ? 2 : 1);
    }
    double cap = 1.0 / n + (1 - 1.0 / n) * random.nextDouble();
    double lambda = magnitude(random);
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma), new Penalties(lambda, magnitude(random), previous), cap);
  }

  /** From the smallest number there is to the largest allowed; 0 one time in five. */
  private static double magnitude(SplittableRandom random) {
    return random.nextInt(5) == 0 ? 0 : Math.pow(10, 429 * random.nextDouble() - 330);
  }

  /** One assertion per weight would take ten times as long as solving. */
  private void require(MeanVarianceProblem p, Solution solution, int k) {
    assertThat(solution.status())
        .as("problem %d: %s", k, solution.detail())
        .isEqualTo(Status.OPTIMAL);
    double sum = 0;
    for (int i = 0; i < p.size(); i++) {
      double w = solution.weights()[i];
      sum += w;
      if (!(w >= p.lower()[i] && w <= p.upper()[i])) {
        fail("problem %s: weight %s outside its bounds: %s", k, i, w);
      }
    }
    worstResidual = Math.max(worstResidual, solution.kktResidual());
    worstSum = Math.max(worstSum, Math.abs(sum - 1));
    mostIterations = Math.max(mostIterations, solution.iterations());
    if (!(solution.kktResidual() <= 1e-12 && Math.abs(sum - 1) <= 1e-12)) {
      fail("problem %s: residual %s, sum %s", k, solution.kktResidual(), sum);
    }
  }

  private static void requireSameBits(Solution warm, Solution cold, int k) {
    if (!Arrays.equals(warm.weights(), cold.weights())) {
      fail("problem %s: a warm start ends elsewhere than a cold one", k);
    }
  }

  /** Problem k: of the kinds in turn, mostly of 1 to 25 strategies, one in two rescaled. */
  static final class Stream {

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final RandomProblems problems;
    private final SplittableRandom random;

    Stream(long seed) {
      problems = new RandomProblems(seed);
      random = new SplittableRandom(seed);
    }

    MeanVarianceProblem next(int k) {
      int n = random.nextInt(100) == 0 ? 26 + random.nextInt(35) : 1 + random.nextInt(25);
      MeanVarianceProblem p = problems.next(kind(k), n);
      double unit = Math.pow(10, 16 * random.nextDouble() - 10);
      return k / KINDS.size() % 2 == 0 ? p : RandomProblems.scaled(p, unit);
    }

    static Kind kind(int k) {
      return KINDS.get(k % KINDS.size());
    }
  }
}

package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** About eleven thousand random problems, every kind with every objective. */
class OptimizerPropertiesTest {

  static Stream<Objective> withGroupCaps() {
    return Objective.all().stream().filter(Objective::takesGroupCaps);
  }

  private static final int PROBLEMS = 60;

  /** Kinds whose weights are determined well enough to be compared, whatever the objective. */
  private static final Set<Kind> DETERMINED =
      EnumSet.of(
          Kind.REGULAR,
          Kind.TIGHT_CAP,
          Kind.CAP_OF_ONE_NTH,
          Kind.PREVIOUS_OUTSIDE_THE_BOX,
          Kind.ODD_BOXES);

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void isProvedAndFeasible(Objective objective) {
    for (Kind kind : Kind.values()) {
      RandomPortfolioProblems problems = new RandomPortfolioProblems(41);
      for (int k = 0; k < PROBLEMS; k++) {
        requireProof(problems.next(objective, kind), 1e-13);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withGroupCaps")
  void isProvedAndFeasibleWithinGroups(Objective objective) {
    for (Kind kind : Kind.values()) {
      RandomPortfolioProblems problems = new RandomPortfolioProblems(42);
      for (int k = 0; k < PROBLEMS; k++) {
        PortfolioProblem p = problems.grouped(problems.next(objective, kind));
        requireProof(p, 1e-13);
      }
    }
  }

  /** What the certificate says is checked against what it means. */
  @ParameterizedTest
  @MethodSource("withGroupCaps")
  void isBeatenByNoOtherWeights(Objective objective) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(43);
    Random random = new Random(43);
    for (Kind kind : Kind.values()) {
      for (int k = 0; k < 20; k++) {
        PortfolioProblem p = problems.next(objective, kind);
        PortfolioProblem posed = k % 2 == 0 ? p : problems.grouped(p);
        Solution solution = Optimizer.solve(posed);
        if (solution.status() != Status.OPTIMAL) {
          continue;
        }
        double best = value(posed, solution.weights());
        double rounding = 1e-11 * (1e-3 + Math.abs(best));
        for (int trial = 0; trial < 40; trial++) {
          double[] other = shifted(posed, solution.weights(), random, 1);
          assertThat(value(posed, other)).isLessThanOrEqualTo(best + rounding);
        }
      }
    }
  }

  /** Weights that are worse by one part in a million of what they are made of are found out. */
  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void isNoProofOfOtherWeights(Objective objective) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(44);
    Random random = new Random(44);
    int caught = 0;
    for (Kind kind : DETERMINED) {
      for (int k = 0; k < 80; k++) {
        PortfolioProblem p = problems.next(objective, kind);
        Solution solution = Optimizer.solve(p);
        if (solution.status() != Status.OPTIMAL) {
          continue;
        }
        double[] other = shifted(p, solution.weights(), random, 0.01);
        if (!differs(p, other, solution.weights())) {
          continue;
        }
        assertThat(residual(p, solution, other)).isGreaterThan(1e-8);
        caught++;
      }
    }
    assertThat(caught).isGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void doesNotMindTheUnit(Objective objective) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(45);
    for (Kind kind : DETERMINED) {
      for (int k = 0; k < 40; k++) {
        PortfolioProblem p = problems.next(objective, kind);
        Solution solution = Optimizer.solve(p);
        Solution small = Optimizer.solve(scaled(p, 1e-10));
        assertThat(small.status()).isEqualTo(solution.status());
        if (!(objective instanceof Cvar)) {
          requireSame(small.weights(), solution.weights());
        }
        // A power of two changes no mantissa; an even one no square root either.
        assertThat(Optimizer.solve(scaled(p, 0x1p-34)).weights()).isEqualTo(solution.weights());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void doesNotMindTheOrderOfTheStrategies(Objective objective) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(46);
    Random random = new Random(46);
    for (Kind kind : DETERMINED) {
      for (int k = 0; k < 40; k++) {
        PortfolioProblem bare = problems.next(objective, kind);
        boolean grouped = k % 2 == 1 && !(objective instanceof RiskParity);
        PortfolioProblem p = grouped ? problems.grouped(bare) : bare;
        int[] order = permutation(p.size(), random);
        Solution solution = Optimizer.solve(p);
        Solution permuted = Optimizer.solve(permuted(p, order));
        assertThat(permuted.status()).isEqualTo(solution.status());
        if (!(objective instanceof Cvar)) {
          requireSame(permuted.weights(), permuted(solution.weights(), order));
        }
        double rounding = 1e-12 * (1e-3 + Math.abs(solution.objectiveValue()) + largest(p));
        assertThat(Math.abs(permuted.objectiveValue() - solution.objectiveValue()))
            .isLessThanOrEqualTo(rounding);
      }
    }
  }

  /** The same problem from other threads, after other problems, gives the same bits. */
  @Test
  void givesTheSameBitsAgain() {
    List<Solution> first = solveAll(false);
    List<Solution> again = solveAll(true);

    for (int k = 0; k < first.size(); k++) {
      assertThat(again.get(k).weights()).isEqualTo(first.get(k).weights());
      assertThat(again.get(k).groupMultipliers()).isEqualTo(first.get(k).groupMultipliers());
      assertThat(again.get(k).scenarioWeights()).isEqualTo(first.get(k).scenarioWeights());
      assertThat(again.get(k).kktResidual()).isEqualTo(first.get(k).kktResidual());
    }
  }

  private static List<Solution> solveAll(boolean parallel) {
    RandomPortfolioProblems problems = new RandomPortfolioProblems(47);
    List<PortfolioProblem> all =
        Objective.all().stream()
            .flatMap(
                objective ->
                    Arrays.stream(Kind.values()).map(kind -> problems.next(objective, kind)))
            .map(p -> p.objective() instanceof RiskParity ? p : problems.grouped(p))
            .toList();
    return (parallel ? all.parallelStream() : all.stream()).map(Optimizer::solve).toList();
  }

  private static void requireProof(PortfolioProblem p, double tolerance) {
    Solution solution = Optimizer.solve(p);
    if (p.objective() instanceof RiskParity && hasRisklessStrategy(p)) {
      assertThat(solution.status()).isEqualTo(Status.INVALID_INPUT);
      return;
    }
    if (p.objective() instanceof RiskParity && solution.status() == Status.INFEASIBLE) {
      assertThat(solution.detail()).startsWith("risk-parity: with the least risk");
      return;
    }
    boolean sharpe = p.objective() instanceof MaxSharpe;
    assertThat(solution.status())
        .as(solution.detail())
        .isIn(
            Status.OPTIMAL,
            sharpe ? Status.NO_POSITIVE_RETURN : Status.OPTIMAL,
            sharpe ? Status.UNBOUNDED : Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThanOrEqualTo(tolerance);
    assertThat(residual(p, solution, solution.weights())).isEqualTo(solution.kktResidual());
    assertThat(Math.abs(Arrays.stream(solution.weights()).sum() - 1)).isLessThanOrEqualTo(1e-12);
    boolean finite =
        DoubleStream.concat(
                DoubleStream.of(solution.objectiveValue(), solution.budgetMultiplier()),
                DoubleStream.concat(
                    Arrays.stream(solution.groupMultipliers()),
                    Arrays.stream(solution.scenarioWeights())))
            .allMatch(Double::isFinite);
    assertThat(finite).isTrue();
    for (GroupCap group : p.groups()) {
      assertThat(group.weight(solution.weights())).isLessThanOrEqualTo(group.cap() + 1e-12);
    }
    requireBounds(p, solution);
  }

  private static boolean hasRisklessStrategy(PortfolioProblem p) {
    int n = p.size();
    return IntStream.range(0, n)
        .anyMatch(i -> p.box().upper()[i] > 0 && p.moments().sigma()[i * n + i] == 0);
  }

  private static void requireBounds(PortfolioProblem p, Solution solution) {
    for (int i = 0; i < p.size(); i++) {
      double w = solution.weights()[i];
      boolean exact =
          w >= p.box().lower()[i]
              && w <= p.box().upper()[i]
              && solution.atLower()[i] == (w == p.box().lower()[i])
              && solution.atUpper()[i] == (w == p.box().upper()[i]);
      if (!exact) {
        fail("weight %s of %s is not exactly within or at its bounds", i, solution);
      }
    }
  }

  private static double residual(PortfolioProblem p, Solution solution, double[] weights) {
    PrimalDualPoint moved =
        new PrimalDualPoint(
            weights,
            solution.budgetMultiplier(),
            solution.groupMultipliers(),
            solution.scenarioWeights(),
            0);
    return p.residual(moved);
  }

  /** The figure, turned so that more is better. */
  private static double value(PortfolioProblem p, double[] weights) {
    boolean more = p.objective() instanceof MeanVariance || p.objective() instanceof MaxSharpe;
    return more ? p.objectiveValue(weights) : -p.objectiveValue(weights);
  }

  /** Whether weights are other ones, and for cvar, where several may be best, worse ones. */
  private static boolean differs(PortfolioProblem p, double[] other, double[] weights) {
    double distance = 0;
    for (int i = 0; i < weights.length; i++) {
      distance = Math.max(distance, Math.abs(other[i] - weights[i]));
    }
    if (p.objective() instanceof Cvar) {
      return value(p, other) < value(p, weights) - 1e-6 * largest(p);
    }
    return distance > 1e-5;
  }

  private static double largest(PortfolioProblem p) {
    return Arrays.stream(p.objective().inputs().scenarios())
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  /** Feasible weights near some others: one strategy gives what another takes, a few times. */
  private static double[] shifted(
      PortfolioProblem p, double[] weights, Random random, double most) {
    double[] other = weights.clone();
    for (int move = random.nextInt(4); move >= 0; move--) {
      int from = random.nextInt(p.size());
      int to = random.nextInt(p.size());
      double room = Math.min(other[from] - p.box().lower()[from], p.box().upper()[to] - other[to]);
      for (GroupCap group : p.groups()) {
        boolean enters =
            Arrays.stream(group.members()).anyMatch(i -> i == to)
                && Arrays.stream(group.members()).noneMatch(i -> i == from);
        room = enters ? Math.min(room, group.cap() - group.weight(other)) : room;
      }
      double amount = Math.max(0, room) * most * Math.pow(10, -2 * random.nextDouble());
      other[from] -= amount;
      other[to] += amount;
    }
    return other;
  }

  private static void requireSame(double[] weights, double[] expected) {
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs(weights[i] - expected[i]));
    }
    assertThat(worst).isLessThanOrEqualTo(1e-12);
  }

  private static PortfolioProblem scaled(PortfolioProblem p, double factor) {
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(times(p.moments().mu(), factor), times(p.moments().sigma(), factor)),
            new Penalties(
                p.penalties().lambda(), factor * p.penalties().eta(), p.penalties().previous()),
            new Box(p.box().lower(), p.box().upper()));
    ObjectiveInputs inputs = p.objective().inputs();
    double[][] scenarios =
        Arrays.stream(inputs.scenarios()).map(row -> times(row, factor)).toArray(double[][]::new);
    ObjectiveInputs scaled =
        new ObjectiveInputs(factor * inputs.riskFree(), inputs.budgets(), scenarios, inputs.beta());
    return Examples.of(p.objective().with(scaled), q);
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> factor * value).toArray();
  }

  private static int[] permutation(int n, Random random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }

  private static double[] permuted(double[] values, int[] order) {
    return values.length == 0 ? values : Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  private static PortfolioProblem permuted(PortfolioProblem p, int[] order) {
    int n = order.length;
    int[] position = new int[n];
    double[] sigma = new double[n * n];
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] = p.moments().sigma()[order[k / n] * n + order[k % n]];
      position[order[k % n]] = k % n;
    }
    MeanVarianceProblem q =
        new MeanVarianceProblem(
            new Moments(permuted(p.moments().mu(), order), sigma),
            new Penalties(
                p.penalties().lambda(),
                p.penalties().eta(),
                permuted(p.penalties().previous(), order)),
            new Box(permuted(p.box().lower(), order), permuted(p.box().upper(), order)));
    List<GroupCap> groups =
        p.groups().stream()
            .map(
                g ->
                    new GroupCap(
                        g.name(),
                        Arrays.stream(g.members()).map(i -> position[i]).toArray(),
                        g.cap()))
            .toList();
    ObjectiveInputs inputs = p.objective().inputs();
    double[][] scenarios =
        Arrays.stream(inputs.scenarios()).map(row -> permuted(row, order)).toArray(double[][]::new);
    ObjectiveInputs permuted =
        new ObjectiveInputs(
            inputs.riskFree(), permuted(inputs.budgets(), order), scenarios, inputs.beta());
    return Examples.grouped(Examples.of(p.objective().with(permuted), q), groups);
  }
}

package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.RandomProblems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** {@link RandomProblems} for every objective, with scenarios, budgets and groups. */
final class RandomPortfolioProblems {

  private final Random random;
  private final RandomProblems problems;

  RandomPortfolioProblems(long seed) {
    random = new Random(seed);
    problems = new RandomProblems(seed);
  }

  PortfolioProblem next(Objective objective, RandomProblems.Kind kind) {
    MeanVarianceProblem q = problems.next(kind);
    return Examples.of(objective.with(inputs(objective, q.size())), q);
  }

  private ObjectiveInputs inputs(Objective objective, int n) {
    ObjectiveInputs none = ObjectiveInputs.none();
    return new ObjectiveInputs(
        objective.needs(ObjectiveInput.RISK_FREE) ? 0.0005 * random.nextGaussian() : 0,
        objective.needs(ObjectiveInput.BUDGETS) ? budgets(n) : none.budgets(),
        objective.needs(ObjectiveInput.SCENARIOS)
            ? scenarios(20 + random.nextInt(60), n)
            : none.scenarios(),
        none.beta());
  }

  /** Up to three groups, often overlapping and often tight, that some weights meet. */
  PortfolioProblem grouped(PortfolioProblem p) {
    double[] inside = inside(p);
    List<GroupCap> groups = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int g = 0; g < count; g++) {
      int[] members = random.ints(p.size(), 0, 2).toArray();
      int[] indices = IntStream.range(0, p.size()).filter(i -> members[i] == 1).toArray();
      GroupCap bare = new GroupCap("g" + g, indices, 0);
      double slack = random.nextInt(3) == 0 ? 0 : 0.2 * random.nextDouble();
      groups.add(new GroupCap("g" + g, indices, bare.weight(inside) + slack));
    }
    return Examples.grouped(p, groups);
  }

  /** Some feasible weights: from each lower bound the same share of the way to the upper. */
  static double[] inside(PortfolioProblem p) {
    double[] lower = p.box().lower();
    double[] upper = p.box().upper();
    double low = Arrays.stream(lower).sum();
    double high = Arrays.stream(upper).sum();
    double share = high > low ? Math.min(1, (1 - low) / (high - low)) : 0;
    double[] inside = new double[p.size()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = lower[i] + share * (upper[i] - lower[i]);
    }
    return inside;
  }

  /** Of every sort: plain, rounded (ties), with twins, with a riskless column, all zero. */
  double[][] scenarios(int rows, int n) {
    int sort = random.nextInt(6);
    double[][] scenarios = new double[rows][n];
    for (int t = 0; t < rows; t++) {
      for (int i = 0; i < n; i++) {
        double value = 0.02 * random.nextGaussian() + 0.001;
        scenarios[t][i] =
            switch (sort) {
              case 1 -> Math.rint(50 * value) / 50;
              case 2 -> i % 2 == 1 ? scenarios[t][i - 1] : value;
              case 3 -> i == 0 ? 0 : value;
              case 4 -> t % 2 == 1 ? scenarios[t - 1][i] : value;
              case 5 -> random.nextInt(8) == 0 ? 0 : Math.pow(10, 3 - i % 6) * value;
              default -> value;
            };
      }
    }
    return random.nextInt(40) == 0 ? new double[rows][n] : scenarios;
  }

  double[] budgets(int n) {
    double[] budgets = new double[random.nextBoolean() ? 0 : n];
    for (int i = 0; i < budgets.length; i++) {
      budgets[i] = Math.pow(10, 2 * random.nextDouble());
    }
    return budgets;
  }
}

package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.Optional;

/** The problems that {@link ScenarioSimplex} answers. */
final class LinearProgramme {

  private LinearProgramme() {}

  /** The weights of least CVaR, with the scenario weights that prove it. */
  static Solution leastTailLoss(WeightProblem p) {
    double most = TailLoss.largestWeight(p.scenarios().length, p.beta());
    ScenarioSimplex simplex =
        new ScenarioSimplex(p.scenarios(), most, p.lower(), p.upper(), p.groups());
    return simplex.run()
        ? Solution.certified(p, simplex.answer(), Status.OPTIMAL, "")
        : Solution.none(Status.INFEASIBLE, "no weights meet bounds and group caps");
  }

  /**
   * The largest sum, at most 1, that the weights may have within bounds and group caps; the lower
   * bounds must meet both.
   */
  static double mostThatFits(WeightProblem p) {
    int n = p.size();
    // What does not fit goes to one more strategy, which nobody wants.
    double[] gain = new double[n + 1];
    gain[n] = -1;
    double[] lower = Arrays.copyOf(p.lower(), n + 1);
    double[] upper = Arrays.copyOf(p.upper(), n + 1);
    upper[n] = Math.max(0, 1 - Arrays.stream(p.lower()).sum());
    ScenarioSimplex simplex =
        new ScenarioSimplex(new double[][] {gain}, 1, lower, upper, p.groups());
    return simplex.run() ? 1 - simplex.answer().weights()[n] : 0;
  }

  /**
   * The weights of the largest {@code gain'w} and their multipliers; empty where no weights meet
   * the constraints of {@code p}.
   */
  static Optional<Answer> best(WeightProblem p, double[] gain) {
    ScenarioSimplex simplex =
        new ScenarioSimplex(new double[][] {gain}, 1, p.lower(), p.upper(), p.groups());
    return simplex.run() ? Optional.of(simplex.answer()) : Optional.empty();
  }
}

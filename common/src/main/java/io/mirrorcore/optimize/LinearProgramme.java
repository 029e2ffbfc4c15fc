package io.mirrorcore.optimize;

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
   * The weights of the largest {@code gain'w} and their multipliers; empty where no weights meet
   * the constraints of {@code p}.
   */
  static Optional<Answer> best(WeightProblem p, double[] gain) {
    ScenarioSimplex simplex =
        new ScenarioSimplex(new double[][] {gain}, 1, p.lower(), p.upper(), p.groups());
    return simplex.run() ? Optional.of(simplex.answer()) : Optional.empty();
  }
}

package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.optimize.quadratic.GroupCapSolver;

/** The solve that all objectives share which are concave quadratics. */
final class QuadraticObjectives {

  private QuadraticObjectives() {}

  /**
   * The solution of a sound problem.
   *
   * @param posed its objective as a concave quadratic that is to be maximised
   */
  static Solution solve(PortfolioProblem p, MeanVarianceProblem posed, Solution warmStart) {
    PrimalDualPoint point = GroupCapSolver.solve(posed, p.groups(), warmStart);
    return new Proof(p.residual(point), p.objectiveValue(point.weights()))
        .solution(p.box(), point, Status.OPTIMAL, "");
  }
}

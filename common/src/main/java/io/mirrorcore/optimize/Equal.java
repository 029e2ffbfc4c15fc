package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Equal weights, the baseline of every comparison: {@code min ||w - 1/N||^2}, which is exactly 1/N
 * where that is within the bounds.
 */
public record Equal() implements Objective {

  @Override
  public String id() {
    return "equal";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.noneOf(ObjectiveInput.class);
  }

  /** The squared distance {@code ||w - 1/N||^2}. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return 0 - posed(p).utility(weights);
  }

  @Override
  public double residual(PortfolioProblem p, PrimalDualPoint point) {
    return MeanVarianceCertificate.residual(posed(p), p.groups(), point);
  }

  @Override
  public Solution solve(PortfolioProblem p, Solution warmStart) {
    return QuadraticObjectives.solve(p, posed(p), warmStart);
  }

  private static MeanVarianceProblem posed(PortfolioProblem p) {
    return MeanVarianceProblem.nearestToEqual(p.box());
  }
}

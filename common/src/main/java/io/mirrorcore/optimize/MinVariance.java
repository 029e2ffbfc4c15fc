package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.EnumSet;
import java.util.Set;

/** The least variance: {@code min w'Sigma w}. */
public record MinVariance() implements Objective {

  @Override
  public String id() {
    return "min-variance";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.noneOf(ObjectiveInput.class);
  }

  /** The variance {@code w'Sigma w}. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return p.moments().variance(weights);
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
    return MeanVarianceProblem.leastVariance(p.moments().sigma(), p.box());
  }
}

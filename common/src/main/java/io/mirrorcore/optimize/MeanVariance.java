package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Expected return against variance and turnover (Markowitz 1952, with a quadratic penalty on
 * trading): {@code max w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2}.
 */
public record MeanVariance() implements Objective {

  @Override
  public String id() {
    return "mean-variance";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.of(ObjectiveInput.EXPECTED_RETURNS, ObjectiveInput.TRADE_OFF);
  }

  /** The utility {@code w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2}. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return posed(p).utility(weights);
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
    return new MeanVarianceProblem(p.moments(), p.penalties(), p.box());
  }
}

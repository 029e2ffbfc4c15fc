package io.mirrorcore.optimize;

import io.mirrorcore.optimize.nonlinear.SharpeSolver;
import io.mirrorcore.optimize.problem.MeanVarianceCheck;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.SharpeProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.SharpeCertificate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The largest expected excess return per unit of volatility (Sharpe 1966): {@code max (w'mu -
 * riskFree) / sqrt(w'Sigma w)}. Where no weights have a positive excess return: {@link
 * Status#NO_POSITIVE_RETURN} and the weights of least variance.
 *
 * @param riskFree return of holding nothing, in the unit of mu
 */
public record MaxSharpe(double riskFree) implements Objective {

  /** With a riskless rate of 0. */
  public MaxSharpe() {
    this(0);
  }

  @Override
  public String id() {
    return "max-sharpe";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.of(ObjectiveInput.EXPECTED_RETURNS, ObjectiveInput.RISK_FREE);
  }

  @Override
  public Objective with(ObjectiveInputs inputs) {
    return new MaxSharpe(inputs.riskFree());
  }

  @Override
  public ObjectiveInputs inputs() {
    ObjectiveInputs none = ObjectiveInputs.none();
    return new ObjectiveInputs(riskFree, none.budgets(), none.scenarios(), none.beta());
  }

  @Override
  public Optional<String> check(PortfolioProblem p) {
    return MeanVarianceCheck.isSound(riskFree)
        ? Optional.empty()
        : Optional.of("riskFree must be finite; have " + riskFree);
  }

  /** The ratio, in the unit of mu; {@link Double#MAX_VALUE} without risk. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return posed(p).ratio(weights);
  }

  @Override
  public double residual(PortfolioProblem p, PrimalDualPoint point) {
    return SharpeCertificate.residual(posed(p), point);
  }

  @Override
  public Solution solve(PortfolioProblem p, Solution warmStart) {
    return SharpeSolver.solve(posed(p));
  }

  private SharpeProblem posed(PortfolioProblem p) {
    return new SharpeProblem(p.moments(), riskFree, p.box(), p.groups());
  }
}

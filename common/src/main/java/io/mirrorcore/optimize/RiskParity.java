package io.mirrorcore.optimize;

import io.mirrorcore.optimize.nonlinear.RiskParitySolver;
import io.mirrorcore.optimize.problem.MeanVarianceCheck;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RiskParityProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.RiskParityCertificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Contributions to variance in the proportion of budgets: {@code w_i (Sigma w)_i = t b_i}, less
 * where the upper bound binds, more where the lower does; t such that {@code sum w = 1} (Spinu
 * 2013, Roncalli &amp; Richard 2019). It takes no caps on groups.
 *
 * @param budgets N shares of risk b, positive, of any sum; empty: equal
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value below
public record RiskParity(double[] budgets) implements Objective {

  /** With equal budgets. */
  public RiskParity() {
    this(new double[0]);
  }

  @Override
  public String id() {
    return "risk-parity";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.of(ObjectiveInput.BUDGETS);
  }

  @Override
  public boolean takesGroupCaps() {
    return false;
  }

  @Override
  public Objective with(ObjectiveInputs inputs) {
    return new RiskParity(inputs.budgets());
  }

  @Override
  public ObjectiveInputs inputs() {
    ObjectiveInputs none = ObjectiveInputs.none();
    return new ObjectiveInputs(none.riskFree(), budgets, none.scenarios(), none.beta());
  }

  @Override
  public Optional<String> check(PortfolioProblem p) {
    if (!p.groups().isEmpty()) {
      return Optional.of("risk-parity takes no group caps; have " + p.groups().get(0).name());
    }
    if (budgets.length != 0 && budgets.length != p.size()) {
      return Optional.of(
          "budgets must have " + p.size() + " entries or none; have " + budgets.length);
    }
    for (int i = 0; i < p.size(); i++) {
      Optional<String> problem = p.box().upper()[i] == 0 ? Optional.empty() : check(p, i);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> check(PortfolioProblem p, int i) {
    double upper = p.box().upper()[i];
    double variance = p.moments().sigma()[i * p.size() + i];
    double budget = budgets.length == 0 ? 1 : budgets[i];
    String at = "[" + p.name(i) + "]";
    if (!(upper > 0)) {
      return Optional.of("upper" + at + " must be at least 0 for risk-parity; have " + upper);
    }
    if (!(variance > 0)) {
      return Optional.of("sigma" + at + at + " must be positive for risk-parity; have " + variance);
    }
    return budget > 0 && MeanVarianceCheck.isSound(budget)
        ? Optional.empty()
        : Optional.of("budgets" + at + " must be positive and finite; have " + budget);
  }

  /** The variance {@code w'Sigma w}. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return p.moments().variance(weights);
  }

  @Override
  public double residual(PortfolioProblem p, PrimalDualPoint point) {
    return p.groups().isEmpty()
        ? RiskParityCertificate.residual(posed(p), point)
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public Solution solve(PortfolioProblem p, Solution warmStart) {
    return RiskParitySolver.solve(posed(p));
  }

  private RiskParityProblem posed(PortfolioProblem p) {
    return new RiskParityProblem(p.moments().sigma(), shares(p.size()), p.box());
  }

  /** Budgets of sum 1. */
  private double[] shares(int n) {
    double[] shares = budgets.length == 0 ? new double[n] : budgets.clone();
    if (budgets.length == 0) {
      Arrays.fill(shares, 1);
    }
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RiskParity that && Arrays.equals(budgets, that.budgets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(budgets);
  }
}

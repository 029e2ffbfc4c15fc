package io.mirrorcore.optimize;

import io.mirrorcore.optimize.linear.LinearProgramme;
import io.mirrorcore.optimize.problem.MeanVarianceCheck;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.problem.TailLossProblem;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.optimize.proof.TailLossCertificate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The least conditional value at risk: {@code min} mean loss over the worst share 1 - beta of the
 * scenarios (Rockafellar &amp; Uryasev 2000).
 *
 * @param scenarios {@code T x N} returns
 * @param beta share of the scenarios that is not in the tail, in [0, 1)
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value below
public record Cvar(double[][] scenarios, double beta) implements Objective {

  /** How far the scenarios may miss the tail's share by rounding. */
  private static final double ROUNDING = 1e-12;

  /** Without scenarios, and with a tail of 5 %. */
  public Cvar() {
    this(ObjectiveInputs.none().scenarios(), ObjectiveInputs.none().beta());
  }

  @Override
  public String id() {
    return "cvar";
  }

  @Override
  public Set<ObjectiveInput> needs() {
    return EnumSet.of(ObjectiveInput.SCENARIOS);
  }

  @Override
  public Objective with(ObjectiveInputs inputs) {
    return new Cvar(inputs.scenarios(), inputs.beta());
  }

  @Override
  public ObjectiveInputs inputs() {
    ObjectiveInputs none = ObjectiveInputs.none();
    return new ObjectiveInputs(none.riskFree(), none.budgets(), scenarios, beta);
  }

  @Override
  public Optional<String> check(PortfolioProblem p) {
    if (!(beta >= 0 && beta < 1)) {
      return Optional.of("beta must be in [0, 1); have " + beta);
    }
    double least = Math.ceil(1 / (1 - beta) * (1 - ROUNDING));
    if (scenarios.length < least) {
      return Optional.of(
          ("cvar at beta " + beta + " needs at least " + (long) least)
              + (" scenarios, one of them in the tail; have " + scenarios.length));
    }
    for (int t = 0; t < scenarios.length; t++) {
      Optional<String> problem = check(p, t);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> check(PortfolioProblem p, int t) {
    String row = "scenarios[" + t + "]";
    if (scenarios[t].length != p.size()) {
      return Optional.of(row + " must have " + p.size() + " entries; have " + scenarios[t].length);
    }
    for (int i = 0; i < p.size(); i++) {
      double value = scenarios[t][i];
      if (!MeanVarianceCheck.isSound(value)) {
        String where = row + "[" + p.name(i) + "]";
        return Optional.of(where + " must be finite and at most 1e100 in size; have " + value);
      }
    }
    return Optional.empty();
  }

  /** The conditional value at risk, as a loss. */
  @Override
  public double value(PortfolioProblem p, double[] weights) {
    return posed(p).loss(weights);
  }

  @Override
  public double residual(PortfolioProblem p, PrimalDualPoint point) {
    return TailLossCertificate.residual(posed(p), point);
  }

  @Override
  public Solution solve(PortfolioProblem p, Solution warmStart) {
    TailLossProblem posed = posed(p);
    return LinearProgramme.leastTailLoss(posed)
        .map(point -> certified(posed, point))
        .orElseGet(() -> Solution.none(Status.INFEASIBLE, "no weights meet bounds and group caps"));
  }

  private static Solution certified(TailLossProblem p, PrimalDualPoint point) {
    return new Proof(TailLossCertificate.residual(p, point), p.loss(point.weights()))
        .solution(p.box(), point, Status.OPTIMAL, "");
  }

  private TailLossProblem posed(PortfolioProblem p) {
    return new TailLossProblem(scenarios, beta, p.box(), p.groups());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cvar that
        && Arrays.deepEquals(scenarios, that.scenarios)
        && Double.compare(beta, that.beta) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(scenarios) + Double.hashCode(beta);
  }
}

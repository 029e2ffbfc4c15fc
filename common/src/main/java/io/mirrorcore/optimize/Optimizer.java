package io.mirrorcore.optimize;

import java.util.Optional;

/**
 * Weights for any {@link Objective}, each with its {@link Certificate}. The one place that knows
 * which solver answers what:
 *
 * <table>
 *   <caption>Solvers</caption>
 *   <tr><td>mean-variance, min-variance, equal</td><td>{@link MeanVarianceSolver}; where a group
 *       cap binds {@link GroupCapSolver}</td></tr>
 *   <tr><td>max-sharpe</td><td>{@link SharpeSolver}, a search along the frontier of the above</td></tr>
 *   <tr><td>risk-parity</td><td>{@link RiskParitySolver}</td></tr>
 *   <tr><td>cvar</td><td>{@link LinearProgramme}</td></tr>
 * </table>
 */
public final class Optimizer {

  private Optimizer() {}

  /** Solves from scratch. Never throws for data: see {@link Solution#status}. */
  public static Solution solve(WeightProblem p) {
    return solve(p, Solution.none(Status.NOT_CONVERGED, "cold start"));
  }

  /**
   * Solves starting from the binding bounds of an earlier solution of a similar problem, which
   * saves time for quadratic objectives and changes nothing else.
   */
  public static Solution solve(WeightProblem p, Solution warmStart) {
    return answer(p, WeightCheck.failure(p), warmStart);
  }

  /**
   * The same for a sigma that an estimator has made: that it is symmetric and positive semidefinite
   * is taken on trust, which spares a factorisation of it; see {@link
   * MeanVarianceSolver#solveEstimated}.
   */
  public static Solution solveEstimated(WeightProblem p, Solution warmStart) {
    return answer(p, WeightCheck.failureButForSigma(p), warmStart);
  }

  private static Solution answer(WeightProblem p, Optional<Solution> failure, Solution warmStart) {
    if (failure.isPresent()) {
      return failure.get();
    }
    return switch (p.objective()) {
      case MEAN_VARIANCE, MIN_VARIANCE, EQUAL -> quadratic(p, warmStart);
      case MAX_SHARPE -> SharpeSolver.solve(p);
      case RISK_PARITY -> RiskParitySolver.solve(p);
      case CVAR -> LinearProgramme.leastTailLoss(p);
    };
  }

  private static Solution quadratic(WeightProblem p, Solution warmStart) {
    Answer answer = GroupCapSolver.solve(p.quadratic(), p.groups(), warmStart);
    return Solution.certified(p, answer, Status.OPTIMAL, "");
  }
}

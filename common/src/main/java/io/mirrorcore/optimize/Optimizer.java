package io.mirrorcore.optimize;

import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
import java.util.Optional;

/**
 * The door of the optimiser: weights for any {@link Objective}, each with the proof that they are
 * optimal. Checks the problem and hands it to its objective, which knows the solver.
 */
public final class Optimizer {

  private Optimizer() {}

  /** Solves from scratch. Never throws for data: see {@link Solution#status}. */
  public static Solution solve(PortfolioProblem p) {
    return solve(p, Solution.coldStart());
  }

  /**
   * Solves starting from the binding bounds of an earlier solution of a similar problem, which
   * saves time for quadratic objectives and changes nothing else.
   */
  public static Solution solve(PortfolioProblem p, Solution warmStart) {
    return solve(p, PortfolioCheck.failure(p), warmStart);
  }

  /**
   * The same for a sigma that an estimator has made: that it is symmetric and positive semidefinite
   * is taken on trust, which spares a factorisation of it; see {@link
   * MeanVarianceSolver#solveEstimated}.
   */
  public static Solution solveEstimated(PortfolioProblem p, Solution warmStart) {
    return solve(p, PortfolioCheck.failureButForSigma(p), warmStart);
  }

  /**
   * Why a problem cannot be answered, without an attempt to: a number that is none, a covariance
   * that is none, bounds that leave no weights.
   *
   * @return one sentence; empty for a sound problem
   */
  public static Optional<String> refusal(PortfolioProblem p) {
    return PortfolioCheck.failure(p).map(Solution::detail);
  }

  private static Solution solve(
      PortfolioProblem p, Optional<Solution> failure, Solution warmStart) {
    return failure.orElseGet(() -> p.objective().solve(p, warmStart));
  }
}

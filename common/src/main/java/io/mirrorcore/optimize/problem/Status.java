package io.mirrorcore.optimize.problem;

/** How a solve ended; {@link Solution#isUsable} says whether its weights may be traded. */
public enum Status {
  /** The certificate holds: the residual is at most 1e-8. */
  OPTIMAL,
  /** Feasible weights, but the certificate does not hold. */
  NOT_CONVERGED,
  /**
   * Max-sharpe: no feasible weights are expected to earn more than the riskless rate. The weights
   * are those of least variance, and the certificate proves both.
   */
  NO_POSITIVE_RETURN,
  /**
   * Max-sharpe: some feasible weights gain without any risk, so that the ratio has no bound. The
   * weights are such, and the certificate proves it.
   */
  UNBOUNDED,
  /** No weights meet the constraints. */
  INFEASIBLE,
  /** The problem is not one: a number that is not finite, a sigma that is no covariance. */
  INVALID_INPUT
}

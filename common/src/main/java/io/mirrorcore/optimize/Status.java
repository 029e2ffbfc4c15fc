package io.mirrorcore.optimize;

/** How a solve ended. Only {@link #OPTIMAL} weights may be traded or become previous weights. */
public enum Status {
  /** The certificate holds: {@link KktCertificate#residual} is at most 1e-8. */
  OPTIMAL,
  /** Feasible weights, but the certificate does not hold. */
  NOT_CONVERGED,
  /** No weights sum to 1 within the bounds. */
  INFEASIBLE,
  /** The problem is not one: a number that is not finite, a sigma that is no covariance. */
  INVALID_INPUT
}

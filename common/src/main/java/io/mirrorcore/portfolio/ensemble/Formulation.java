package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.WeightConfidence;

/**
 * How one due time becomes a problem and its solution: what is believed of the returns, and what
 * the weights shall be best at. Pure functions of their arguments.
 */
interface Formulation {

  /**
   * Whether a covariance that is slid along with the returns has a use here.
   *
   * @param returns T x n, of the request to come
   */
  boolean slides(double[][] returns);

  /** The proven optimum of a request, or why there is none. */
  SolveOutcome attempt(SolveRequest task);

  /** How firmly the window of a request that had an optimum determines it. */
  WeightConfidence confidence(SolveRequest task);
}

package io.mirrorcore.optimize.problem;

/**
 * Contributions to variance in given proportions, within a box (Spinu 2013; with bounds Roncalli
 * &amp; Richard 2019):
 *
 * <pre>
 *   w_i (Sigma w)_i = t b_i,  less where the upper bound binds, more where the lower one does
 *   t such that  sum w = 1
 * </pre>
 *
 * @param sigma {@code N x N} covariance, row-major, with a positive diagonal wherever the upper
 *     bound is positive
 * @param shares N proportions b, positive, of sum 1
 * @param box lower and upper bounds; a strategy whose upper bound is 0 takes no part
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record RiskParityProblem(double[] sigma, double[] shares, Box box) {

  /** N, the number of strategies. */
  public int size() {
    return shares.length;
  }

  /** {@code w'Sigma w}. */
  public double variance(double[] w) {
    return Moments.variance(sigma, w);
  }
}

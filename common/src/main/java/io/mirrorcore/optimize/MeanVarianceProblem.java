package io.mirrorcore.optimize;

import java.util.Arrays;

/**
 * Mean against variance and turnover, on a budget and a box (Markowitz 1952, with a quadratic
 * penalty on trading):
 *
 * <pre>
 *   max   w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2
 *   s.t.  sum w = 1,  lower &lt;= w &lt;= upper
 * </pre>
 *
 * The penalty also makes the problem strictly concave where Sigma is singular. The record holds
 * what it is given, uncopied and unjudged: data may be wrong, and the solver answers wrong data
 * with a {@link Status}, not an exception.
 *
 * @param mu N expected returns; per day in this project, as lambda and eta are tuned for days
 * @param sigma {@code N x N} covariance, symmetric positive semidefinite, row-major, in the unit of
 *     mu squared
 * @param lambda risk aversion, 0 or more
 * @param eta turnover penalty, 0 or more
 * @param lower N lower bounds, finite, at most {@code upper}
 * @param upper N upper bounds, finite
 * @param previous N weights held now; need be neither inside the box nor sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record MeanVarianceProblem(
    double[] mu,
    double[] sigma,
    double lambda,
    double eta,
    double[] lower,
    double[] upper,
    double[] previous) {

  /** Long only, with one cap for all: {@code 0 <= w <= cap}. */
  public static MeanVarianceProblem withCap(
      double[] mu, double[] sigma, double lambda, double eta, double cap, double[] previous) {
    double[] upper = new double[mu.length];
    Arrays.fill(upper, cap);
    return new MeanVarianceProblem(mu, sigma, lambda, eta, new double[mu.length], upper, previous);
  }

  public int size() {
    return mu.length;
  }

  /** {@code w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2}, feasible or not. */
  public double objective(double[] w) {
    int n = size();
    double gain = 0;
    double variance = 0;
    double turnover = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += sigma[i * n + j] * w[j];
      }
      gain += mu[i] * w[i];
      variance += row * w[i];
      turnover += (w[i] - previous[i]) * (w[i] - previous[i]);
    }
    return gain - 0.5 * lambda * variance - eta * turnover;
  }
}

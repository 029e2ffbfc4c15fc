package io.mirrorcore.optimize.problem;

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
 * The sum of squares is over the weights that are not exempt from it. The penalty also makes the
 * problem strictly concave where Sigma is singular. The record holds its numbers uncopied and
 * unjudged: data may be wrong, and the solver answers wrong data with a {@link Status}, not an
 * exception. The problems of least variance and of the weights nearest to equal ones have the same
 * form.
 *
 * @param moments mu and sigma
 * @param penalties lambda, eta and the weights held now
 * @param box lower and upper bounds
 */
public record MeanVarianceProblem(Moments moments, Penalties penalties, Box box) {

  /** Long only, with one cap for all: {@code 0 <= w <= cap}. */
  public static MeanVarianceProblem withCap(Moments moments, Penalties penalties, double cap) {
    return new MeanVarianceProblem(moments, penalties, Box.upTo(cap, moments.size()));
  }

  /** {@code max -w'Sigma w}: the least variance. */
  public static MeanVarianceProblem leastVariance(double[] sigma, Box box) {
    int n = box.lower().length;
    return new MeanVarianceProblem(
        new Moments(new double[n], sigma), new Penalties(2, 0, new double[n]), box);
  }

  /** {@code max -||w - 1/N||^2}: what comes nearest to equal weights. */
  public static MeanVarianceProblem nearestToEqual(Box box) {
    int n = box.lower().length;
    double[] equal = new double[n];
    Arrays.fill(equal, 1.0 / n);
    return new MeanVarianceProblem(
        new Moments(new double[n], new double[n * n]), new Penalties(0, 1, equal), box);
  }

  /** N, the number of strategies. */
  public int size() {
    return moments.size();
  }

  public double[] mu() {
    return moments.mu();
  }

  public double[] sigma() {
    return moments.sigma();
  }

  public double lambda() {
    return penalties.lambda();
  }

  public double eta() {
    return penalties.eta();
  }

  /** The turnover penalty of strategy i: eta, or 0 where it is exempt. */
  public double eta(int i) {
    return penalties.eta(i);
  }

  public double[] lower() {
    return box.lower();
  }

  public double[] upper() {
    return box.upper();
  }

  public double[] previous() {
    return penalties.previous();
  }

  /** {@code w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2}, feasible or not. */
  public double utility(double[] w) {
    double gain = 0;
    double turnover = 0;
    for (int i = 0; i < size(); i++) {
      gain += mu()[i] * w[i];
      turnover += eta(i) == 0 ? 0 : (w[i] - previous()[i]) * (w[i] - previous()[i]);
    }
    return gain - 0.5 * lambda() * moments.variance(w) - eta() * turnover;
  }
}

package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * Which weights are asked for: one of the {@link Objective objectives} on a budget, a box and, for
 * all but risk parity, caps on groups.
 *
 * <pre>
 *   s.t.  sum w = 1,  lower &lt;= w &lt;= upper,  sum of w over group G &lt;= cap_G
 *
 *   mean-variance  max  w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2       (Markowitz 1952)
 *   min-variance   min  w'Sigma w
 *   max-sharpe     max  (w'mu - riskFree) / sqrt(w'Sigma w)                          (Sharpe 1966)
 *   risk-parity    w_i (Sigma w)_i = t b_i, less where the upper bound binds, more where the lower
 *                  does; t such that sum w = 1           (Spinu 2013, Roncalli &amp; Richard 2019)
 *   cvar           min  mean loss over the worst share 1 - beta of the scenarios
 *                                                               (Rockafellar &amp; Uryasev 2000)
 *   equal          min  ||w - 1/N||^2: exactly 1/N where that is within the bounds
 * </pre>
 *
 * The record holds its numbers uncopied and unjudged: data may be wrong, and {@link Optimizer}
 * answers wrong data with a {@link Status}, not an exception. What an objective has no use for must
 * be well-formed all the same, as results are published with their return and volatility.
 *
 * @param objective what the weights shall be best at
 * @param mu N expected returns; per day in this project, as lambda and eta are tuned for days
 * @param sigma {@code N x N} covariance, symmetric positive semidefinite, row-major, in the unit of
 *     mu squared
 * @param lambda risk aversion, 0 or more
 * @param eta turnover penalty, 0 or more
 * @param lower N lower bounds, finite, at most {@code upper}
 * @param upper N upper bounds, finite
 * @param previous N weights held now; need be neither inside the box nor sum to 1
 * @param riskFree return of holding nothing, in the unit of mu
 * @param budgets N shares of risk b, positive, of any sum; empty: equal
 * @param scenarios {@code T x N} returns, for cvar only, else empty
 * @param beta share of scenarios that cvar leaves out, in [0, 1)
 * @param groups caps on groups; empty: none
 * @param names N names of strategies for messages; empty: s0, s1, ...
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record WeightProblem(
    Objective objective,
    double[] mu,
    double[] sigma,
    double lambda,
    double eta,
    double[] lower,
    double[] upper,
    double[] previous,
    double riskFree,
    double[] budgets,
    double[][] scenarios,
    double beta,
    List<GroupCap> groups,
    List<String> names) {

  /** A variance this small, relative to its terms, is rounding. */
  private static final double ROUNDING = 1e-14;

  /** Copies the lists; the arrays are shared. */
  public WeightProblem {
    groups = List.copyOf(groups);
    names = List.copyOf(names);
  }

  /**
   * An objective on the numbers of {@code p}; no groups, equal budgets, riskFree 0, no scenarios.
   */
  public static WeightProblem of(Objective objective, MeanVarianceProblem p) {
    return new WeightProblem(
        objective,
        p.mu(),
        p.sigma(),
        p.lambda(),
        p.eta(),
        p.lower(),
        p.upper(),
        p.previous(),
        0,
        new double[0],
        new double[0][],
        0.95,
        List.of(),
        List.of());
  }

  /** Long only with one cap for all; lambda 1, eta 0, nothing held before. */
  public static WeightProblem withCap(
      Objective objective, double[] mu, double[] sigma, double cap) {
    double[] previous = new double[mu.length];
    return of(objective, MeanVarianceProblem.withCap(mu, sigma, 1, 0, cap, previous));
  }

  public WeightProblem withObjective(Objective other) {
    return new WeightProblem(
        other, mu, sigma, lambda, eta, lower, upper, previous, riskFree, budgets, scenarios, beta,
        groups, names);
  }

  public WeightProblem withRiskFree(double rate) {
    return new WeightProblem(
        objective, mu, sigma, lambda, eta, lower, upper, previous, rate, budgets, scenarios, beta,
        groups, names);
  }

  public WeightProblem withBudgets(double... shares) {
    return new WeightProblem(
        objective, mu, sigma, lambda, eta, lower, upper, previous, riskFree, shares, scenarios,
        beta, groups, names);
  }

  public WeightProblem withScenarios(double[][] returns, double share) {
    return new WeightProblem(
        objective, mu, sigma, lambda, eta, lower, upper, previous, riskFree, budgets, returns,
        share, groups, names);
  }

  public WeightProblem withGroups(List<GroupCap> caps) {
    return new WeightProblem(
        objective, mu, sigma, lambda, eta, lower, upper, previous, riskFree, budgets, scenarios,
        beta, caps, names);
  }

  public WeightProblem withNames(List<String> strategies) {
    return new WeightProblem(
        objective,
        mu,
        sigma,
        lambda,
        eta,
        lower,
        upper,
        previous,
        riskFree,
        budgets,
        scenarios,
        beta,
        groups,
        strategies);
  }

  /** The same question about other estimates; scenarios only where this problem has some. */
  public WeightProblem withEstimates(double[] mean, double[] covariance, double[][] returns) {
    double[][] other = scenarios.length == 0 ? scenarios : returns;
    return new WeightProblem(
        objective,
        mean,
        covariance,
        lambda,
        eta,
        lower,
        upper,
        previous,
        riskFree,
        budgets,
        other,
        beta,
        groups,
        names);
  }

  public int size() {
    return mu.length;
  }

  /** The name of strategy i, also where {@link #names} has none for it. */
  public String name(int i) {
    return i < names.size() ? names.get(i) : "s" + i;
  }

  /**
   * The figure that the objective is judged by: utility (mean-variance), variance (min-variance and
   * risk-parity), Sharpe ratio in the unit of mu (max-sharpe; {@link Double#MAX_VALUE} without
   * risk), CVaR as a loss (cvar), squared distance to 1/N (equal). Feasible or not.
   */
  public double objectiveValue(double[] w) {
    return switch (objective) {
      case MEAN_VARIANCE -> quadratic().objective(w);
      case MIN_VARIANCE, RISK_PARITY -> variance(w);
      case MAX_SHARPE -> sharpe(w);
      case CVAR -> TailLoss.of(scenarios, beta, w);
      case EQUAL -> 0 - quadratic().objective(w);
    };
  }

  /** The concave quadratic that mean-variance, min-variance and equal maximise. */
  MeanVarianceProblem quadratic() {
    return switch (objective) {
      case MEAN_VARIANCE -> new MeanVarianceProblem(mu, sigma, lambda, eta, lower, upper, previous);
      case EQUAL -> nearestToEqual();
      default -> leastVariance();
    };
  }

  /** Budgets of sum 1. */
  double[] shares() {
    double[] shares = budgets.length == 0 ? new double[size()] : budgets.clone();
    if (budgets.length == 0) {
      Arrays.fill(shares, 1);
    }
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private MeanVarianceProblem leastVariance() {
    return new MeanVarianceProblem(
        new double[size()], sigma, 2, 0, lower, upper, new double[size()]);
  }

  private MeanVarianceProblem nearestToEqual() {
    double[] equal = new double[size()];
    Arrays.fill(equal, 1.0 / size());
    return new MeanVarianceProblem(
        new double[size()], new double[size() * size()], 0, 1, lower, upper, equal);
  }

  /** {@code w'Sigma w}. */
  double variance(double[] w) {
    return 0 - leastVariance().objective(w);
  }

  /** {@code w'mu - riskFree}, for weights of sum 1. */
  double excessReturn(double[] w) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += w[i] * (mu[i] - riskFree);
    }
    return sum;
  }

  /** Whether the variance is but rounding of its terms. */
  boolean isRiskless(double[] w) {
    double size = 0;
    for (int k = 0; k < sigma.length; k++) {
      size += Math.abs(w[k / w.length] * sigma[k] * w[k % w.length]);
    }
    return variance(w) <= ROUNDING * size;
  }

  private double sharpe(double[] w) {
    double excess = excessReturn(w);
    if (!isRiskless(w)) {
      return excess / Math.sqrt(variance(w));
    }
    return excess > 0 ? Double.MAX_VALUE : 0;
  }
}

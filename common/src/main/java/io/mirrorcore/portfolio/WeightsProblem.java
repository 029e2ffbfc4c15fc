package io.mirrorcore.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The quadratic programme behind a weight vector, in daily units:
 *
 * <pre>
 *   max  w'mean - (lambda/2) w'covariance w - eta ||w - previous||^2
 *   s.t. sum w = 1,  lower &lt;= w &lt;= upper
 * </pre>
 *
 * <p>All that a reader needs to recompute the KKT residual of the published target, and so to check
 * that it is optimal, without solving anything.
 *
 * @param mean expected return a day, by strategy
 * @param strategies ids of the active strategies, in the order of the arrays
 * @param covariance n x n, row-major, per day, shrunk and regularised
 * @param lambda risk aversion
 * @param eta turnover penalty
 * @param lower least weights
 * @param upper greatest weights
 * @param previous weights from which the penalty is measured: those in force (of the active
 *     strategies, so they may add up to less than 1), or 1/n where there were none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value below
public record WeightsProblem(
    Map<String, Double> mean,
    List<String> strategies,
    double[] covariance,
    double lambda,
    double eta,
    double[] lower,
    double[] upper,
    double[] previous) {

  public WeightsProblem {
    mean = ByName.numbers(mean);
    strategies = List.copyOf(strategies);
  }

  /** By value, the arrays included: two records of the same result are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WeightsProblem that
        && mean.equals(that.mean)
        && strategies.equals(that.strategies)
        && Arrays.equals(covariance, that.covariance)
        && Double.compare(lambda, that.lambda) == 0
        && Double.compare(eta, that.eta) == 0
        && Arrays.equals(lower, that.lower)
        && Arrays.equals(upper, that.upper)
        && Arrays.equals(previous, that.previous);
  }

  @Override
  public int hashCode() {
    return 31 * strategies.hashCode() + Arrays.hashCode(covariance);
  }
}

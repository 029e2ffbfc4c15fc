package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;

/**
 * The nearest weights that sum to 1 within the bounds, in a diagonal metric:
 *
 * <pre>
 *   min  sum_i D_i (z_i - x_i)^2    s.t.  sum z = 1,  lower &lt;= z &lt;= upper
 *   z_i = clip(x_i - nu / D_i)
 * </pre>
 *
 * The sum falls as nu grows and is piecewise linear, so Newton's method on nu, kept inside a
 * bracket, ends exactly on the right piece after a handful of O(N) rounds (Cominetti, Mascarenhas
 * &amp; Silva 2014).
 */
final class BudgetProjection {

  /** A sum this near to 1 will do; the caller wants a guess. */
  private static final double BUDGET = 1e-12;

  private static final int MAX_ROUNDS = 60;

  private final int n;
  private final double[] lower;
  private final double[] upper;
  private final double[] inverseMetric;
  private double residual;
  private double slope;

  /**
   * @param inverseMetric {@code 1 / D_i}, N positive numbers, read at each projection
   */
  BudgetProjection(MeanVarianceProblem p, double[] inverseMetric) {
    n = p.size();
    lower = p.lower();
    upper = p.upper();
    this.inverseMetric = inverseMetric;
  }

  /** Overwrites x by its projection; entries on a bound equal it to the last bit. */
  void apply(double[] x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      low = Math.min(low, (x[i] - upper[i]) / inverseMetric[i]);
      high = Math.max(high, (x[i] - lower[i]) / inverseMetric[i]);
    }
    double nu = Math.max(low, Math.min(high, 0));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      measure(x, nu);
      if (!(Math.abs(residual) > BUDGET)) {
        break;
      }
      if (residual > 0) {
        low = nu;
      } else {
        high = nu;
      }
      double newton = nu + residual / slope;
      nu = newton > low && newton < high ? newton : low + 0.5 * (high - low);
    }
    for (int i = 0; i < n; i++) {
      x[i] = clip(x[i] - nu * inverseMetric[i], i);
    }
  }

  /** The sum less 1 at nu, and how fast it falls. */
  private void measure(double[] x, double nu) {
    residual = -1;
    slope = 0;
    for (int i = 0; i < n; i++) {
      double z = x[i] - nu * inverseMetric[i];
      residual += clip(z, i);
      slope += z > lower[i] && z < upper[i] ? inverseMetric[i] : 0;
    }
  }

  private double clip(double z, int i) {
    return z <= lower[i] ? lower[i] : z >= upper[i] ? upper[i] : z;
  }
}

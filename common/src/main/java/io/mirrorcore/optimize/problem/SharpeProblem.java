package io.mirrorcore.optimize.problem;

import java.util.List;

/**
 * The largest ratio of expected excess return to volatility (Sharpe 1966):
 *
 * <pre>
 *   max   e'w / sqrt(w'Sigma w),   e = mu - riskFree
 *   s.t.  sum w = 1,  lower &lt;= w &lt;= upper,  sum of w over group G &lt;= cap_G
 * </pre>
 *
 * Where no feasible weights have a positive excess return the ratio says nothing, and the weights
 * of least variance are asked for. A proof of that needs two multipliers for each group: those of
 * least variance, and after them those of the largest excess return.
 *
 * @param moments mu and sigma
 * @param riskFree return of holding nothing, in the unit of mu
 * @param box lower and upper bounds
 * @param groups caps on groups; may be empty
 */
public record SharpeProblem(Moments moments, double riskFree, Box box, List<GroupCap> groups) {

  /** A variance this small, relative to its terms, is rounding. */
  private static final double ROUNDING = 1e-14;

  /** N, the number of strategies. */
  public int size() {
    return moments.size();
  }

  /** e, the N expected returns above the riskless rate. */
  public double[] excess() {
    double[] excess = new double[size()];
    for (int i = 0; i < excess.length; i++) {
      excess[i] = moments.mu()[i] - riskFree;
    }
    return excess;
  }

  /** {@code e'w}. */
  public double excessReturn(double[] w) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += w[i] * (moments.mu()[i] - riskFree);
    }
    return sum;
  }

  /** {@code sum |e_i w_i|}: what the rounding of {@link #excessReturn} is relative to. */
  public double excessReturnSize(double[] w) {
    double size = 0;
    for (int i = 0; i < size(); i++) {
      size += Math.abs(w[i] * (moments.mu()[i] - riskFree));
    }
    return size;
  }

  /** {@code w'Sigma w}. */
  public double variance(double[] w) {
    return moments.variance(w);
  }

  /** Whether the variance is but rounding of its terms. */
  public boolean isRiskless(double[] w) {
    double[] sigma = moments.sigma();
    double size = 0;
    for (int k = 0; k < sigma.length; k++) {
      size += Math.abs(w[k / w.length] * sigma[k] * w[k % w.length]);
    }
    return variance(w) <= ROUNDING * size;
  }

  /** The ratio; without risk {@link Double#MAX_VALUE}, or 0 where nothing is earned either. */
  public double ratio(double[] w) {
    double excess = excessReturn(w);
    if (!isRiskless(w)) {
      return excess / Math.sqrt(variance(w));
    }
    return excess > 0 ? Double.MAX_VALUE : 0;
  }
}

package io.mirrorcore.optimize;

/**
 * Proof of optimality that anyone can check without solving: computed from the problem, the weights
 * and the multiplier of the budget alone, sharing no code with the solver. The problem is concave,
 * so the Karush-Kuhn-Tucker conditions are sufficient: residual 0 means that no weights are better.
 *
 * <pre>
 *   g_i  = mu_i - lambda (Sigma w)_i - 2 eta (w_i - previous_i)       gradient of the objective
 *   G    = max_i ( |mu_i| + lambda sum_j |Sigma_ij w_j| + 2 eta (|w_i| + |previous_i|) )
 *   W    = max ( 1, sum_j |w_j| )
 *   nu   = budgetMultiplier
 *
 *   budget           |sum w - 1| / W
 *   box              max_i ( lower_i - w_i, w_i - upper_i, 0 ) / W
 *   stationarity,    where g_i &gt; nu:  min ( (g_i - nu) / G, max(upper_i - w_i, 0) / W )
 *   complementarity  where g_i &lt; nu:  min ( (nu - g_i) / G, max(w_i - lower_i, 0) / W )
 *
 *   residual         the largest of all these
 * </pre>
 *
 * The last pair says: a strategy that would gain from more weight has as much as it may, one that
 * would gain from less has as little as it may, and all others gain the same. It takes the
 * multiplier of each bound at its best value, hence needs none. G and W are the sizes of the terms
 * whose rounding nobody can undo; dividing by them makes the residual the same for a problem in
 * other units.
 */
public final class KktCertificate {

  /** At most this much residual is called optimal. */
  public static final double TOLERANCE = 1e-8;

  private KktCertificate() {}

  /**
   * The residual of some weights and a multiplier.
   *
   * @return the residual above, 0 or more; {@link Double#POSITIVE_INFINITY} where it cannot be
   *     computed (a length that does not fit, a number that is not finite)
   */
  public static double residual(MeanVarianceProblem p, double[] weights, double budgetMultiplier) {
    int n = p.size();
    if (weights.length != n) {
      return Double.POSITIVE_INFINITY;
    }
    double[] gradient = new double[n];
    double gradientSize = gradient(p, weights, gradient);
    return residual(p, weights, gradient, gradientSize, budgetMultiplier);
  }

  private static double residual(
      MeanVarianceProblem p, double[] weights, double[] gradient, double size, double nu) {
    double[][] box = {p.lower(), p.upper()};
    double worst =
        Math.max(
            KktConditions.infeasibility(p.lower(), p.upper(), weights),
            KktConditions.dissent(gradient, size, nu, box, weights));
    return size < Double.POSITIVE_INFINITY
        ? KktConditions.orInfinite(worst)
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The multiplier that serves the weights best: halfway between the largest gradient among the
   * strategies that could take more weight and the smallest among those that could give some. For
   * optimal weights the first is at most the second, and with a weight strictly between its bounds
   * they are equal. Where all stand at the same kind of bound, the only end there is; 0 where no
   * weight can move at all.
   */
  public static double budgetMultiplier(MeanVarianceProblem p, double[] weights) {
    double[] gradient = new double[p.size()];
    gradient(p, weights, gradient);
    return KktConditions.budgetMultiplier(gradient, p.lower(), p.upper(), weights);
  }

  /** The best multiplier of some weights and the residual with it. */
  record Judged(double budgetMultiplier, double residual) {}

  /** {@link #budgetMultiplier} and {@link #residual} for the price of one. */
  static Judged judge(MeanVarianceProblem p, double[] weights) {
    double[] gradient = new double[p.size()];
    double size = gradient(p, weights, gradient);
    double nu = KktConditions.budgetMultiplier(gradient, p.lower(), p.upper(), weights);
    return new Judged(nu, residual(p, weights, gradient, size, nu));
  }

  /** Fills in g and returns G. */
  static double gradient(MeanVarianceProblem p, double[] w, double[] gradient) {
    int n = gradient.length;
    double size = 0;
    for (int i = 0; i < n; i++) {
      double risk = 0;
      double riskSize = 0;
      for (int j = 0; j < n; j++) {
        double term = p.sigma()[i * n + j] * w[j];
        risk += term;
        riskSize += Math.abs(term);
      }
      double previous = p.previous()[i];
      gradient[i] = p.mu()[i] - p.lambda() * risk - 2 * p.eta() * (w[i] - previous);
      double turnoverSize = 2 * p.eta() * (Math.abs(w[i]) + Math.abs(previous));
      size = Math.max(size, Math.abs(p.mu()[i]) + p.lambda() * riskSize + turnoverSize);
    }
    return size;
  }
}

package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import java.util.List;

/**
 * Proof of optimality that anyone can check without solving: computed from the problem, the weights
 * and the multipliers of budget and groups alone, sharing no code with the solvers. The problem is
 * concave, so the Karush-Kuhn-Tucker conditions are sufficient: residual 0 means that no weights
 * are better.
 *
 * <pre>
 *   eta  : 0 in the lines of a weight that is exempt from the penalty
 *   g_i  = mu_i - lambda (Sigma w)_i - 2 eta (w_i - previous_i)       gradient of the objective
 *   G    = max_i ( |mu_i| + lambda sum_j |Sigma_ij w_j| + 2 eta (|w_i| + |previous_i|) )
 *   W    = max ( 1, sum_j |w_j| )
 *   nu   = budgetMultiplier
 *   y_G &gt;= 0   multiplier of group G;   r_i = g_i - sum of y_G over the groups of i
 *
 *   budget           |sum w - 1| / W
 *   box              max_i ( lower_i - w_i, w_i - upper_i, 0 ) / W
 *   group            ( sum_G w - cap_G ) / W
 *   stationarity,    where r_i &gt; nu:  min ( (r_i - nu) / G, max(upper_i - w_i, 0) / W )
 *   complementarity  where r_i &lt; nu:  min ( (nu - r_i) / G, max(w_i - lower_i, 0) / W )
 *                    group            -y_G / G,  min ( y_G / G, max(cap_G - sum_G w, 0) / W )
 *
 *   residual         the largest of all these
 * </pre>
 *
 * The conditions on r say: a strategy that would gain from more weight has as much as it may, one
 * that would gain from less has as little as it may, and all others gain the same. They take the
 * multiplier of each bound at its best value, hence need none. G and W are the sizes of the terms
 * whose rounding nobody can undo; dividing by them makes the residual the same for a problem in
 * other units.
 */
public final class MeanVarianceCertificate {

  private MeanVarianceCertificate() {}

  /**
   * The residual of some weights and a multiplier, without groups.
   *
   * @return the residual above, 0 or more; {@link Double#POSITIVE_INFINITY} where it cannot be
   *     computed (a length that does not fit, a number that is not finite)
   */
  public static double residual(MeanVarianceProblem p, double[] weights, double budgetMultiplier) {
    return residual(p, List.of(), PrimalDualPoint.of(weights, budgetMultiplier, 0));
  }

  /** The residual of some weights and their multipliers; infinite where there is none. */
  public static double residual(
      MeanVarianceProblem p, List<GroupCap> groups, PrimalDualPoint point) {
    boolean fits =
        point.weights().length == p.size() && point.groupMultipliers().length == groups.size();
    return fits
        ? residual(p, groups, point, gradient(p, point.weights()))
        : Double.POSITIVE_INFINITY;
  }

  private static double residual(
      MeanVarianceProblem p, List<GroupCap> groups, PrimalDualPoint point, Gradient gradient) {
    double[] w = point.weights();
    double[] y = point.groupMultipliers();
    double stationarity =
        KktConditions.stationarity(gradient.minus(groups, y), point.budgetMultiplier(), p.box(), w);
    double worst =
        Math.max(
            KktConditions.primalResidual(p.box(), groups, w),
            Math.max(stationarity, KktConditions.complementarity(groups, y, gradient.size(), w)));
    return gradient.size() < Double.POSITIVE_INFINITY
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
    return KktConditions.budgetMultiplier(gradient(p, weights).values(), p.box(), weights);
  }

  /** {@link #budgetMultiplier} beside the multipliers of groups. */
  public static double budgetMultiplier(
      MeanVarianceProblem p, List<GroupCap> groups, double[] y, double[] weights) {
    double[] reduced = gradient(p, weights).minus(groups, y).values();
    return KktConditions.budgetMultiplier(reduced, p.box(), weights);
  }

  /** The solution that some weights are, judged with the multiplier that serves them best. */
  public static Solution certified(MeanVarianceProblem p, double[] weights, int iterations) {
    Gradient gradient = gradient(p, weights);
    double nu = KktConditions.budgetMultiplier(gradient.values(), p.box(), weights);
    PrimalDualPoint point = PrimalDualPoint.of(weights, nu, iterations);
    double residual = residual(p, List.of(), point, gradient);
    return new Proof(residual, p.utility(weights)).solution(p.box(), point);
  }

  /** g and G. */
  public static Gradient gradient(MeanVarianceProblem p, double[] w) {
    int n = p.size();
    double[] gradient = new double[n];
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
      gradient[i] = p.mu()[i] - p.lambda() * risk - 2 * p.eta(i) * (w[i] - previous);
      double turnoverSize = 2 * p.eta(i) * (Math.abs(w[i]) + Math.abs(previous));
      size = Math.max(size, Math.abs(p.mu()[i]) + p.lambda() * riskSize + turnoverSize);
    }
    return new Gradient(gradient, size);
  }
}

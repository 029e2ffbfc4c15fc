package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.TailLossProblem;

/**
 * Proof by duality that no weights have a smaller conditional value at risk: weights of the
 * scenarios, multipliers of the budget and of the groups bound the loss of any weights from below.
 *
 * <pre>
 *   0 &lt;= p_t &lt;= c = 1/((1-beta)T),  sum p = 1,   d_i = sum_t p_t r_ti - nu - (groups of i)
 *   loss &gt;= -nu - sum y_G cap_G - sum_i max(d_i lower_i, d_i upper_i)
 *
 *   residual   the duality gap, CVaR(w) less that bound, over W max |r_ti|; by how much p breaks its
 *              bounds; the multipliers of the wrong sign; and the violation of budget, box and groups
 * </pre>
 */
public final class TailLossCertificate {

  private TailLossCertificate() {}

  /** The residual of some weights with their multipliers; infinite where there is none. */
  public static double residual(TailLossProblem p, PrimalDualPoint point) {
    int count = p.scenarios().length;
    boolean fits =
        point.weights().length == p.box().lower().length
            && point.groupMultipliers().length == p.groups().size()
            && point.scenarioWeights().length == count
            && count > 0;
    if (!fits) {
      return Double.POSITIVE_INFINITY;
    }
    double feasible = KktConditions.primalResidual(p.box(), p.groups(), point.weights());
    double dual = Math.max(dualResidual(p, point.scenarioWeights()), gap(p, point));
    return KktConditions.orInfinite(Math.max(feasible, dual));
  }

  /** By how much the scenario weights break their bounds and their sum. */
  private static double dualResidual(TailLossProblem p, double[] scenarioWeights) {
    double most = p.largestScenarioWeight();
    double worst = 0;
    double sum = 0;
    for (double weight : scenarioWeights) {
      worst = Math.max(worst, Math.max(-weight, weight - most));
      sum += weight;
    }
    return Math.max(worst, Math.abs(sum - 1));
  }

  private static double gap(TailLossProblem p, PrimalDualPoint point) {
    double size = KktConditions.weightSize(point.weights()) * p.largestReturn();
    double worst = 0;
    for (double multiplier : point.groupMultipliers()) {
      worst = Math.max(worst, KktConditions.relative(-multiplier, size));
    }
    double gap = Math.abs(p.loss(point.weights()) - leastLoss(p, point));
    return Math.max(worst, KktConditions.relative(gap, size));
  }

  /** No feasible weights have a smaller CVaR than this. */
  private static double leastLoss(TailLossProblem p, PrimalDualPoint point) {
    double nu = point.budgetMultiplier();
    double[] y = point.groupMultipliers();
    double[] slope = slope(p, point);
    double most = nu;
    for (int g = 0; g < y.length; g++) {
      most += y[g] * p.groups().get(g).cap();
    }
    for (int i = 0; i < slope.length; i++) {
      double d = slope[i] - nu;
      most += Math.max(d * p.box().lower()[i], d * p.box().upper()[i]);
    }
    return -most;
  }

  /** Each strategy's mean return under the scenario weights, less the multipliers of its groups. */
  private static double[] slope(TailLossProblem p, PrimalDualPoint point) {
    double[] slope = new double[point.weights().length];
    for (int t = 0; t < p.scenarios().length; t++) {
      for (int i = 0; i < slope.length; i++) {
        slope[i] += point.scenarioWeights()[t] * p.scenarios()[t][i];
      }
    }
    return new Gradient(slope, 0).minus(p.groups(), point.groupMultipliers()).values();
  }
}

package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.SharpeProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Proof that no weights have a larger Sharpe ratio, or that none have a positive one. The scheme
 * and the letters are those of {@link MeanVarianceCertificate}; with {@code e = w'(mu - riskFree)}
 * and {@code s^2 = w'Sigma w}:
 *
 * <pre>
 *   e &gt; 0        g_i = (mu_i - riskFree)/s - e (Sigma w)_i / s^3: the ratio is pseudo-concave, so
 *                that the conditions are sufficient
 *   e &gt; 0, s = 0 to rounding:  no bound exists, only feasibility is left to check
 *   e &lt;= 0       the residual of the least variance, and what the best weights would earn above
 *                riskFree at most, relative to the largest |mu - riskFree|. groupMultipliers then
 *                has twice as many entries, and the second half, z, bounds that return: the largest
 *                sum_i (mu_i - riskFree - z of the groups of i) w_i on budget and box (greedy), plus
 *                sum z_G cap_G
 * </pre>
 */
public final class SharpeCertificate {

  /** An excess return this small, relative to its terms, is rounding. */
  private static final double ROUNDING = 1e-14;

  private SharpeCertificate() {}

  /** The residual of some weights and their multipliers; infinite where there is none. */
  public static double residual(SharpeProblem p, PrimalDualPoint point) {
    int groups = p.groups().size();
    double[] multipliers = point.groupMultipliers();
    boolean fits = multipliers.length == groups || multipliers.length == 2 * groups;
    if (point.weights().length != p.size() || !fits) {
      return Double.POSITIVE_INFINITY;
    }
    double[] y = Arrays.copyOf(multipliers, groups);
    double[] z = Arrays.copyOfRange(multipliers, groups, 2 * groups);
    double feasible = KktConditions.primalResidual(p.box(), p.groups(), point.weights());
    double optimal =
        earns(p, point.weights())
            ? ofRatio(p, point.weights(), point.budgetMultiplier(), y)
            : Math.max(ofLeastVariance(p, point, y), ofNoReturn(p, z));
    return KktConditions.orInfinite(Math.max(feasible, optimal));
  }

  /** The multiplier of the budget that serves some weights and group multipliers best. */
  public static double budgetMultiplier(SharpeProblem p, double[] weights, double[] y) {
    if (!earns(p, weights)) {
      return MeanVarianceCertificate.budgetMultiplier(leastVariance(p), p.groups(), y, weights);
    }
    double[] reduced = gradient(p, weights).minus(p.groups(), y).values();
    return KktConditions.budgetMultiplier(reduced, p.box(), weights);
  }

  /** Whether the weights earn more than the riskless rate. */
  private static boolean earns(SharpeProblem p, double[] w) {
    return p.excessReturn(w) > ROUNDING * p.excessReturnSize(w);
  }

  private static MeanVarianceProblem leastVariance(SharpeProblem p) {
    return MeanVarianceProblem.leastVariance(p.moments().sigma(), p.box());
  }

  private static double ofLeastVariance(SharpeProblem p, PrimalDualPoint point, double[] y) {
    PrimalDualPoint safest =
        PrimalDualPoint.of(point.weights(), point.budgetMultiplier(), y, point.iterations());
    return MeanVarianceCertificate.residual(leastVariance(p), p.groups(), safest);
  }

  private static double ofRatio(SharpeProblem p, double[] w, double nu, double[] y) {
    if (p.isRiskless(w)) {
      return 0;
    }
    Gradient gradient = gradient(p, w);
    double worst =
        Math.max(
            KktConditions.stationarity(gradient.minus(p.groups(), y), nu, p.box(), w),
            KktConditions.complementarity(p.groups(), y, gradient.size(), w));
    return gradient.size() < Double.POSITIVE_INFINITY ? worst : Double.POSITIVE_INFINITY;
  }

  private static double ofNoReturn(SharpeProblem p, double[] z) {
    double largest = 0;
    for (double excess : p.excess()) {
      largest = Math.max(largest, Math.abs(excess));
    }
    double worst = KktConditions.relative(Math.max(0, largestExcess(p, z)), largest);
    for (double multiplier : z) {
      worst = Math.max(worst, KktConditions.relative(-multiplier, largest));
    }
    return worst;
  }

  /** No feasible weights are expected to earn more above the riskless rate. */
  private static double largestExcess(SharpeProblem p, double[] z) {
    Box box = p.box();
    double[] gain = new Gradient(p.excess(), 0).minus(p.groups(), z).values();
    double most = 0;
    for (int g = 0; g < z.length; g++) {
      most += z[g] * p.groups().get(g).cap();
    }
    double left = 1 - Arrays.stream(box.lower()).sum();
    for (int i : largestFirst(gain)) {
      double more = Math.max(0, Math.min(left, box.upper()[i] - box.lower()[i]));
      most += gain[i] * (box.lower()[i] + more);
      left -= more;
    }
    return most;
  }

  private static int[] largestFirst(double[] gain) {
    return IntStream.range(0, gain.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -gain[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Gradient gradient(SharpeProblem p, double[] w) {
    double deviation = Math.sqrt(p.variance(w));
    double price = p.excessReturn(w) / deviation / deviation;
    double[] excess = p.excess();
    double[] gradient = new double[w.length];
    double size = 0;
    for (int i = 0; i < w.length; i++) {
      double risk = 0;
      double riskSize = 0;
      for (int j = 0; j < w.length; j++) {
        double term = p.moments().sigma()[i * w.length + j] * w[j];
        risk += term;
        riskSize += Math.abs(term);
      }
      gradient[i] = (excess[i] - price * risk) / deviation;
      size = Math.max(size, (Math.abs(excess[i]) + price * riskSize) / deviation);
    }
    return new Gradient(gradient, size);
  }
}

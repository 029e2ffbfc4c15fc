package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RiskParityProblem;
import java.util.Arrays;

/**
 * Proof that contributions to risk are in the proportion of the shares wherever no bound binds. The
 * scheme and the letters are those of {@link MeanVarianceCertificate}, each strategy on its own
 * scale:
 *
 * <pre>
 *   t = budgetMultiplier &gt; 0,   nu = 0,   G = 1
 *   r_i = (t b_i - w_i (Sigma w)_i) / (t b_i + w_i sum_j |Sigma_ij w_j|)
 * </pre>
 */
public final class RiskParityCertificate {

  private RiskParityCertificate() {}

  /** The residual of some weights and t; infinite where there is none. */
  public static double residual(RiskParityProblem p, PrimalDualPoint point) {
    double[] w = point.weights();
    double t = point.budgetMultiplier();
    boolean fits = w.length == p.size() && point.groupMultipliers().length == 0;
    if (!fits || !(t > 0) || Arrays.stream(w).anyMatch(weight -> weight < 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double stationarity = KktConditions.stationarity(gradient(p, w, t), 0, p.box(), w);
    return KktConditions.orInfinite(
        Math.max(KktConditions.primalResidual(p.box(), w), stationarity));
  }

  private static Gradient gradient(RiskParityProblem p, double[] w, double t) {
    double[] gradient = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      double risk = 0;
      double riskSize = 0;
      for (int j = 0; j < w.length; j++) {
        double term = p.sigma()[i * w.length + j] * w[j];
        risk += term;
        riskSize += Math.abs(term);
      }
      double target = t * p.shares()[i];
      gradient[i] = (target - w[i] * risk) / (target + w[i] * riskSize);
    }
    return new Gradient(gradient, 1);
  }
}

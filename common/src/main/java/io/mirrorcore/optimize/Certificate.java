package io.mirrorcore.optimize;

import java.util.Arrays;

/**
 * Proof of optimality for every {@link Objective} that anyone can check without solving: computed
 * from the problem, the weights and the multipliers alone, sharing no code with the solvers.
 *
 * <p>Where the objective has a gradient g, the scheme is that of {@link KktCertificate} (G, W, nu
 * and the two conditions as there), with the gradient less what the group caps hold back:
 *
 * <pre>
 *   y_G &gt;= 0         multiplier of group G,   r_i = g_i - sum of y_G over the groups of i
 *   budget, box       as there;  group  (sum_G w - cap_G) / W
 *   stationarity      as there, with r_i for g_i
 *   complementarity   as there;  group  -y_G / G,  min ( y_G / G, max(cap_G - sum_G w, 0) / W )
 *
 *   mean-variance, min-variance, equal    a concave quadratic: the conditions are sufficient
 *   max-sharpe   with e = w'(mu - riskFree) &gt; 0 and s^2 = w'Sigma w:
 *                g_i = (mu_i - riskFree)/s - e (Sigma w)_i / s^3; pseudo-concave: sufficient again
 *                s = 0 to rounding, e &gt; 0:   no bound exists, only feasibility is left to check
 *                e &lt;= 0:   the residual of min-variance, and what the best weights would earn
 *                above riskFree (greedily, hence exact without groups or with groups that are
 *                disjoint or nested, too high otherwise), relative to the largest |mu - riskFree|
 *   risk-parity  t = budgetMultiplier &gt; 0, each strategy on its own scale:
 *                r_i = (t b_i - w_i (Sigma w)_i) / (t b_i + w_i sum_j |Sigma_ij w_j|),  G = 1, nu = 0
 *   cvar         scenario weights p with 0 &lt;= p_t &lt;= c = 1/((1-beta)T) and sum 1 bound the loss of
 *                any weights from below, d_i = sum_t p_t r_ti - nu - (groups of i):
 *                loss &gt;= -nu - sum y_G cap_G - sum_i max(d_i lower_i, d_i upper_i)
 *                residual: CVaR(w) less that, over W max |r_ti|; and by how much p breaks its bounds
 * </pre>
 */
public final class Certificate {

  /** A variance or an excess return this small, relative to its terms, is rounding. */
  private static final double ROUNDING = 1e-14;

  private final WeightProblem p;
  private final double[] w;
  private final double nu;
  private final double[] y;

  private Certificate(WeightProblem p, double[] w, double nu, double[] y) {
    this.p = p;
    this.w = w;
    this.nu = nu;
    this.y = y;
  }

  /**
   * The residual of some weights and multipliers.
   *
   * @param groupMultipliers one for each group
   * @param scenarioWeights one for each scenario; read for cvar only
   * @return 0 or more; {@link Double#POSITIVE_INFINITY} where it cannot be computed (a length that
   *     does not fit, a number that is not finite)
   */
  public static double residual(
      WeightProblem p,
      double[] weights,
      double budgetMultiplier,
      double[] groupMultipliers,
      double[] scenarioWeights) {
    if (weights.length != p.size() || groupMultipliers.length != p.groups().size()) {
      return Double.POSITIVE_INFINITY;
    }
    Certificate c = new Certificate(p, weights, budgetMultiplier, groupMultipliers);
    double feasible =
        Math.max(KktConditions.infeasibility(p.lower(), p.upper(), weights), c.excess());
    double optimal =
        switch (p.objective()) {
          case CVAR -> c.gap(scenarioWeights);
          case RISK_PARITY -> c.imbalance();
          case MAX_SHARPE -> c.sharpe();
          default -> c.quadratic();
        };
    return KktConditions.orInfinite(Math.max(feasible, optimal));
  }

  /** {@link KktCertificate#budgetMultiplier} for a gradient less its group multipliers. */
  static double budgetMultiplier(WeightProblem p, double[] weights, double[] groupMultipliers) {
    double[] gradient = new double[p.size()];
    Certificate c = new Certificate(p, weights, 0, groupMultipliers);
    if (p.objective() == Objective.MAX_SHARPE && c.isSharpe()) {
      c.sharpeGradient(gradient);
    } else {
      KktCertificate.gradient(p.quadratic(), weights, gradient);
    }
    c.subtractGroups(gradient);
    return KktConditions.budgetMultiplier(gradient, p.lower(), p.upper(), weights);
  }

  private double quadratic() {
    double[] gradient = new double[w.length];
    return dissent(gradient, KktCertificate.gradient(p.quadratic(), w, gradient));
  }

  private double sharpe() {
    if (isSharpe()) {
      double[] gradient = new double[w.length];
      return isRiskless() ? 0 : dissent(gradient, sharpeGradient(gradient));
    }
    double largest = 0;
    for (double mu : p.mu()) {
      largest = Math.max(largest, Math.abs(mu - p.riskFree()));
    }
    double best = Math.max(0, GreedyReturn.best(p) - p.riskFree());
    return Math.max(quadratic(), KktConditions.relative(best, largest));
  }

  /** Whether the weights earn more than the riskless rate. */
  private boolean isSharpe() {
    double size = 0;
    for (int i = 0; i < w.length; i++) {
      size += Math.abs(w[i] * (p.mu()[i] - p.riskFree()));
    }
    return excessReturn() > ROUNDING * size;
  }

  private boolean isRiskless() {
    double size = 0;
    for (int k = 0; k < p.sigma().length; k++) {
      size += Math.abs(w[k / w.length] * p.sigma()[k] * w[k % w.length]);
    }
    return variance() <= ROUNDING * size;
  }

  /** Fills in g and returns G. */
  private double sharpeGradient(double[] gradient) {
    double deviation = Math.sqrt(variance());
    double price = excessReturn() / deviation / deviation;
    double size = 0;
    for (int i = 0; i < w.length; i++) {
      double mu = p.mu()[i] - p.riskFree();
      gradient[i] = (mu - price * risk(i)) / deviation;
      size = Math.max(size, (Math.abs(mu) + price * riskSize(i)) / deviation);
    }
    return size;
  }

  private double imbalance() {
    if (!(nu > 0) || Arrays.stream(w).anyMatch(weight -> weight < 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] gradient = new double[w.length];
    double[] shares = p.shares();
    for (int i = 0; i < w.length; i++) {
      double wanted = nu * shares[i];
      gradient[i] = (wanted - w[i] * risk(i)) / (wanted + w[i] * riskSize(i));
    }
    return KktConditions.dissent(gradient, 1, 0, new double[][] {p.lower(), p.upper()}, w);
  }

  private double gap(double[] scenarioWeights) {
    int count = p.scenarios().length;
    if (scenarioWeights.length != count || count == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double most = TailLoss.largestWeight(count, p.beta());
    double worst = 0;
    double sum = 0;
    for (double weight : scenarioWeights) {
      worst = Math.max(worst, Math.max(-weight, weight - most));
      sum += weight;
    }
    worst = Math.max(worst, Math.abs(sum - 1));
    double size = KktConditions.weightSize(w) * largestReturn();
    for (double multiplier : y) {
      worst = Math.max(worst, KktConditions.relative(-multiplier, size));
    }
    double loss = TailLoss.of(p.scenarios(), p.beta(), w);
    double gap = Math.abs(loss - leastLoss(scenarioWeights));
    return Math.max(worst, KktConditions.relative(gap, size));
  }

  /** No feasible weights have a smaller CVaR than this. */
  private double leastLoss(double[] scenarioWeights) {
    double[] slope = new double[w.length];
    for (int t = 0; t < scenarioWeights.length; t++) {
      for (int i = 0; i < w.length; i++) {
        slope[i] += scenarioWeights[t] * p.scenarios()[t][i];
      }
    }
    subtractGroups(slope);
    double most = nu;
    for (int g = 0; g < y.length; g++) {
      most += y[g] * p.groups().get(g).cap();
    }
    for (int i = 0; i < w.length; i++) {
      double d = slope[i] - nu;
      most += Math.max(d * p.lower()[i], d * p.upper()[i]);
    }
    return -most;
  }

  private double largestReturn() {
    double largest = 0;
    for (double[] row : p.scenarios()) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private double dissent(double[] gradient, double size) {
    subtractGroups(gradient);
    double[][] box = {p.lower(), p.upper()};
    double worst = KktConditions.dissent(gradient, size, nu, box, w);
    double weightSize = KktConditions.weightSize(w);
    for (int g = 0; g < y.length; g++) {
      double pull = KktConditions.relative(y[g], size);
      double room = p.groups().get(g).cap() - p.groups().get(g).weight(w);
      worst = Math.max(worst, Math.max(-pull, Math.min(pull, Math.max(0, room) / weightSize)));
    }
    return size < Double.POSITIVE_INFINITY ? worst : Double.POSITIVE_INFINITY;
  }

  /** The largest violation of a group's cap, relative. */
  private double excess() {
    double worst = 0;
    for (GroupCap group : p.groups()) {
      worst = Math.max(worst, group.weight(w) - group.cap());
    }
    return worst / KktConditions.weightSize(w);
  }

  private void subtractGroups(double[] gradient) {
    for (int g = 0; g < y.length; g++) {
      for (int i : p.groups().get(g).members()) {
        gradient[i] -= y[g];
      }
    }
  }

  private double excessReturn() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * (p.mu()[i] - p.riskFree());
    }
    return sum;
  }

  private double variance() {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * risk(i);
    }
    return sum;
  }

  private double risk(int i) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += p.sigma()[i * w.length + j] * w[j];
    }
    return sum;
  }

  private double riskSize(int i) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += Math.abs(p.sigma()[i * w.length + j] * w[j]);
    }
    return sum;
  }
}

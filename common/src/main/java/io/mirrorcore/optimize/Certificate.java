package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
 *                above riskFree at most, relative to the largest |mu - riskFree|; groupMultipliers
 *                then has twice as many entries, and the second half, z, bounds that return:
 *                the largest sum_i (mu_i - z of the groups of i) w_i on budget and box (greedy),
 *                plus sum z_G cap_G
 *   risk-parity  t = budgetMultiplier &gt; 0, each strategy on its own scale:
 *                r_i = (t b_i - w_i (Sigma w)_i) / (t b_i + w_i sum_j |Sigma_ij w_j|),  G = 1, nu = 0
 *   cvar         scenario weights p with 0 &lt;= p_t &lt;= c = 1/((1-beta)T) and sum 1 bound the loss of
 *                any weights from below, d_i = sum_t p_t r_ti - nu - (groups of i):
 *                loss &gt;= -nu - sum y_G cap_G - sum_i max(d_i lower_i, d_i upper_i)
 *                residual: CVaR(w) less that, over W max |r_ti|; and by how much p breaks its bounds
 * </pre>
 */
public final class Certificate {

  /** An excess return this small, relative to its terms, is rounding. */
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
   * @param groupMultipliers one for each group; two for max-sharpe without a positive return
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
    int groups = p.groups().size();
    boolean twice = p.objective() == Objective.MAX_SHARPE && groupMultipliers.length == 2 * groups;
    if (weights.length != p.size() || !(groupMultipliers.length == groups || twice)) {
      return Double.POSITIVE_INFINITY;
    }
    Certificate c =
        new Certificate(p, weights, budgetMultiplier, Arrays.copyOf(groupMultipliers, groups));
    double feasible =
        Math.max(KktConditions.infeasibility(p.lower(), p.upper(), weights), c.excess());
    double optimal =
        switch (p.objective()) {
          case CVAR -> c.gap(scenarioWeights);
          case RISK_PARITY -> c.imbalance();
          case MAX_SHARPE -> c.sharpe(Arrays.copyOfRange(groupMultipliers, groups, 2 * groups));
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

  private double sharpe(double[] z) {
    if (isSharpe()) {
      double[] gradient = new double[w.length];
      return p.isRiskless(w) ? 0 : dissent(gradient, sharpeGradient(gradient));
    }
    double largest = 0;
    for (double mu : p.mu()) {
      largest = Math.max(largest, Math.abs(mu - p.riskFree()));
    }
    double worst = quadratic();
    for (double multiplier : z) {
      worst = Math.max(worst, KktConditions.relative(-multiplier, largest));
    }
    return Math.max(worst, KktConditions.relative(Math.max(0, mostExcess(z)), largest));
  }

  /** No feasible weights are expected to earn more above the riskless rate. */
  private double mostExcess(double[] z) {
    double[] gain = Arrays.stream(p.mu()).map(mu -> mu - p.riskFree()).toArray();
    double most = 0;
    for (int g = 0; g < z.length; g++) {
      most += z[g] * p.groups().get(g).cap();
      for (int i : p.groups().get(g).members()) {
        gain[i] -= z[g];
      }
    }
    double left = 1 - Arrays.stream(p.lower()).sum();
    int[] best =
        IntStream.range(0, gain.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -gain[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i : best) {
      double more = Math.max(0, Math.min(left, p.upper()[i] - p.lower()[i]));
      most += gain[i] * (p.lower()[i] + more);
      left -= more;
    }
    return most;
  }

  /** Whether the weights earn more than the riskless rate. */
  private boolean isSharpe() {
    double size = 0;
    for (int i = 0; i < w.length; i++) {
      size += Math.abs(w[i] * (p.mu()[i] - p.riskFree()));
    }
    return p.excessReturn(w) > ROUNDING * size;
  }

  /** Fills in g and returns G. */
  private double sharpeGradient(double[] gradient) {
    double deviation = Math.sqrt(p.variance(w));
    double price = p.excessReturn(w) / deviation / deviation;
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

package io.mirrorcore.optimize.nonlinear;

import io.mirrorcore.matrix.DenseLu;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.RiskParityProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.optimize.proof.RiskParityCertificate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Risk budgeting within a box, in its log-barrier form:
 *
 * <pre>
 *   w(t) = argmin  (1/2) w'Sigma w - t sum_i b_i ln w_i   s.t.  lower &lt;= w &lt;= upper
 *   t such that    sum w(t) = 1
 * </pre>
 *
 * (Spinu 2013; with bounds Roncalli &amp; Richard 2019, whose Newton method this is but for the
 * sweep.) For one t: a sweep that minimises over one weight after another in closed form
 * (Griveau-Billion, Richard &amp; Roncalli 2013), which always descends, then Newton's step for the
 * weights that no bound holds, kept where it descends further. For t: Newton's method on the sum,
 * inside a bracket. Last, Newton's method on weights and t together, to rounding.
 *
 * <p>The sum grows without end in t but for the bounds. It need not shrink to the sum of the lower
 * bounds: where a lower bound holds a strategy that others hedge, the least risky weights may
 * already sum to more than 1, and then no t exists: INFEASIBLE. A strategy whose upper bound is 0
 * takes no part.
 */
public final class RiskParitySolver {

  private static final int SWEEPS = 500;
  private static final int SEARCH = 200;
  private static final int POLISH = 6;

  /** Contributions that miss their target by less, relative to their terms, are on it. */
  private static final double FINE = 1e-14;

  /** How far the bounds may miss the budget by rounding. */
  private static final double BUDGET = 1e-13;

  private final RiskParityProblem p;
  private final int[] active;
  private final int n;
  private final double unit;
  private final double[] sigma;
  private final double[] shares;
  private final double[] lower;
  private final double[] upper;
  private final double[] w;
  private double t;
  private int[] free = new int[0];
  private int steps;

  private RiskParitySolver(RiskParityProblem p) {
    this.p = p;
    active = IntStream.range(0, p.size()).filter(i -> p.box().upper()[i] > 0).toArray();
    n = active.length;
    double largest = 0;
    for (int i : active) {
      largest = Math.max(largest, p.sigma()[i * p.size() + i]);
    }
    unit = largest;
    sigma = new double[n * n];
    for (int k = 0; k < sigma.length; k++) {
      int i = active[k / n];
      int j = active[k % n];
      sigma[k] = 0.5 * (p.sigma()[i * p.size() + j] + p.sigma()[j * p.size() + i]) / unit;
    }
    shares = pick(p.shares());
    lower = Arrays.stream(pick(p.box().lower())).map(bound -> Math.max(0, bound)).toArray();
    upper = pick(p.box().upper());
    w = new double[n];
  }

  /** The solution of a sound problem, judged by its certificate. */
  public static Solution solve(RiskParityProblem p) {
    return new RiskParitySolver(p).run();
  }

  private Solution run() {
    Arrays.fill(w, 1.0 / n);
    clamp();
    t = variance();
    if (!(t > 0)) {
      t = 1.0 / n;
    }
    if (!search()) {
      return Solution.none(
          Status.INFEASIBLE,
          "risk-parity: with the least risk that the bounds allow the weights sum to more than 1; have "
              + sum());
    }
    polish();
    PrimalDualPoint point = point();
    double residual = RiskParityCertificate.residual(p, point);
    return new Proof(residual, p.variance(point.weights()))
        .solution(p.box(), point, Status.OPTIMAL, "");
  }

  private PrimalDualPoint point() {
    double[] weights = new double[p.size()];
    for (int k = 0; k < n; k++) {
      weights[active[k]] = w[k];
    }
    return PrimalDualPoint.of(weights, unit * t, steps);
  }

  /** Brings t to where the weights sum to 1; false where it would have to be negative. */
  private boolean search() {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int k = 0; k < SEARCH; k++) {
      minimise();
      double residual = 1 - sum();
      if (Math.abs(residual) <= BUDGET || (residual > 0 && Arrays.equals(w, upper))) {
        return true;
      }
      if (residual > 0) {
        low = t;
      } else {
        high = t;
      }
      double next = t + residual / growth();
      double factor = 16;
      if (high == Double.POSITIVE_INFINITY) {
        next = next > low ? Math.min(next, factor * t) : factor * t;
      } else if (!(next > low && next < high)) {
        next = low == 0 ? high / factor : 0.5 * (low + high);
      }
      if (next == low || next == high || next < Double.MIN_NORMAL) {
        return low > 0;
      }
      t = next;
    }
    return low > 0;
  }

  /** Weights for the t in force. */
  private void minimise() {
    for (int k = 0; k < SWEEPS; k++) {
      sweep();
      collectFree();
      if (isStationary()) {
        return;
      }
      double before = barrier();
      double[] kept = w.clone();
      double[] d = newton(false);
      for (int i = 0; i < free.length; i++) {
        int j = free[i];
        w[j] = Math.max(w[j] + d[i], 0.1 * w[j]);
      }
      clamp();
      steps++;
      if (!(barrier() <= before)) {
        System.arraycopy(kept, 0, w, 0, n);
      }
    }
  }

  /** Each weight in turn solves {@code sigma_ii w^2 + rest w - t b = 0}. */
  private void sweep() {
    for (int i = 0; i < n; i++) {
      double own = sigma[i * n + i];
      double rest = risk(i) - own * w[i];
      double root = Math.sqrt(rest * rest + 4 * own * t * shares[i]);
      // The form without cancellation.
      double best = rest > 0 ? 2 * t * shares[i] / (rest + root) : (root - rest) / (2 * own);
      w[i] = Math.max(lower[i], Math.min(upper[i], best));
    }
  }

  private void collectFree() {
    free =
        IntStream.range(0, n)
            .filter(
                i ->
                    !(w[i] <= lower[i] && gradient(i) >= 0)
                        && !(w[i] >= upper[i] && gradient(i) <= 0))
            .toArray();
  }

  private boolean isStationary() {
    for (int i : free) {
      double size = t * shares[i];
      for (int j = 0; j < n; j++) {
        size += Math.abs(sigma[i * n + j] * w[j]) * w[i];
      }
      if (!(Math.abs(gradient(i)) * w[i] <= FINE * size)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Newton's step for the free weights; jointly with t towards the sum 1, whose step comes last.
   */
  private double[] newton(boolean jointly) {
    int m = free.length;
    DenseLu lu = hessian();
    double[] d = new double[m + 1];
    if (lu.factor() == 0) {
      return d;
    }
    double[] step = new double[m];
    for (int k = 0; k < m; k++) {
      step[k] = -gradient(free[k]);
    }
    lu.solve(step);
    System.arraycopy(step, 0, d, 0, m);
    if (jointly) {
      double[] x = response(lu);
      double dt = (1 - sum() - Arrays.stream(step).sum()) / Arrays.stream(x).sum();
      for (int k = 0; k < m; k++) {
        d[k] += x[k] * dt;
      }
      d[m] = dt;
    }
    return d;
  }

  /** How fast the sum grows with t. */
  private double growth() {
    DenseLu lu = hessian();
    return lu.factor() == 0 ? 0 : Arrays.stream(response(lu)).sum();
  }

  private double[] response(DenseLu lu) {
    double[] x = new double[free.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = shares[free[k]] / w[free[k]];
    }
    lu.solve(x);
    return x;
  }

  private DenseLu hessian() {
    int m = free.length;
    DenseLu lu = new DenseLu(m);
    double[] a = lu.entries();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        a[i * m + j] = sigma[free[i] * n + free[j]];
      }
      double weight = w[free[i]];
      a[i * m + i] += t * shares[free[i]] / weight / weight;
    }
    return lu;
  }

  /** The last digits, as long as the certificate gains by them. */
  private void polish() {
    collectFree();
    double best = residual();
    for (int k = 0; k < POLISH && free.length > 0; k++) {
      double[] kept = w.clone();
      double keptT = t;
      double[] d = newton(true);
      for (int i = 0; i < free.length; i++) {
        w[free[i]] += d[i];
      }
      t += d[free.length];
      clamp();
      steps++;
      double residual = residual();
      if (!(residual < best)) {
        System.arraycopy(kept, 0, w, 0, n);
        t = keptT;
        return;
      }
      best = residual;
    }
  }

  private double residual() {
    return RiskParityCertificate.residual(p, point());
  }

  private double gradient(int i) {
    return risk(i) - t * shares[i] / w[i];
  }

  private double risk(int i) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += sigma[i * n + j] * w[j];
    }
    return sum;
  }

  private double variance() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += w[i] * risk(i);
    }
    return sum;
  }

  private double barrier() {
    double sum = 0.5 * variance();
    for (int i = 0; i < n; i++) {
      sum -= t * shares[i] * StrictMath.log(w[i]);
    }
    return sum;
  }

  private double sum() {
    return Arrays.stream(w).sum();
  }

  private void clamp() {
    for (int i = 0; i < n; i++) {
      w[i] = Math.max(lower[i], Math.min(upper[i], w[i]));
    }
  }

  private double[] pick(double[] values) {
    return Arrays.stream(active).mapToDouble(i -> values[i]).toArray();
  }
}

package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.Optional;

/**
 * The largest Sharpe ratio, exactly, as a point of the mean-variance frontier:
 *
 * <pre>
 *   w(tau) = argmax  tau e'w - (1/2) w'Sigma w,   e = mu - riskFree
 *   F(tau) = tau e'w(tau) - w(tau)'Sigma w(tau)
 * </pre>
 *
 * Along the frontier the ratio rises while {@code F < 0} and falls while {@code F > 0}; the optimum
 * is the root, where {@code tau = variance / excess return} (Dinkelbach's condition; the same
 * weights as by the homogeneous transformation of Charnes &amp; Cooper 1962, without its division).
 * F is continuous, and between changes of the binding bounds linear: a secant through two points of
 * the last piece ends on the root to rounding. The secant keeps a bracket (Illinois variant, Dowell
 * &amp; Jarratt 1971; a bisection where it stalls), each solve starts warm from the one before.
 *
 * <p>The upper end of the bracket is the portfolio of the largest return, the lower end that of
 * least variance. Where that has no variance at all, F has no slope to lose: a riskless gain makes
 * the ratio unbounded ({@link Status#UNBOUNDED}); a riskless nothing, such as cash, may be mixed
 * with the optimum at no change of the ratio, and then the mix of the largest return is chosen.
 */
final class SharpeSolver {

  private static final int SEARCH = 200;

  /** A return this small, relative to their terms, are rounding. */
  private static final double ROUNDING = 1e-14;

  /** F this small, relative to its terms, is zero. */
  private static final double ZERO = 1e-13;

  private final WeightProblem p;
  private final int n;
  private final double[] excess;
  private Solution last = Solution.none(Status.NOT_CONVERGED, "cold start");

  private SharpeSolver(WeightProblem p) {
    this.p = p;
    n = p.size();
    excess = new double[n];
    for (int i = 0; i < n; i++) {
      excess[i] = p.mu()[i] - p.riskFree();
    }
  }

  /** A point of the frontier. */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
  private record Point(
      double tau, Answer answer, double gain, double variance, boolean isRiskless) {

    /** F, or 0 where it is but rounding. */
    double excessOverRisk() {
      double f = tau * gain - variance;
      return Math.abs(f) <= ZERO * (Math.abs(tau * gain) + variance) ? 0 : f;
    }
  }

  static Solution solve(WeightProblem p) {
    return new SharpeSolver(p).run();
  }

  private Solution run() {
    Optional<Answer> vertex = LinearProgramme.best(p, excess);
    if (vertex.isEmpty()) {
      return Solution.none(Status.INFEASIBLE, "no weights meet bounds and group caps");
    }
    Point most = point(0, vertex.get());
    if (!(most.gain() > ROUNDING * size(vertex.get().weights()))) {
      return leastVariance(most);
    }
    if (most.isRiskless()) {
      return unbounded(most);
    }
    double high = most.variance() / most.gain();
    Point safest = at(0);
    if (!safest.isRiskless()) {
      return optimal(search(safest, at(high)));
    }
    return fromRiskless(high);
  }

  /** Walks towards the riskless portfolio until F has a sign, or shows that it keeps one. */
  private Solution fromRiskless(double high) {
    Point above = at(high);
    if (above.excessOverRisk() <= 0) {
      return optimal(above);
    }
    for (int k = 0; k < 40; k++) {
      Point below = at(0.5 * above.tau());
      double sign = below.excessOverRisk();
      if (sign < 0) {
        return optimal(search(below, above));
      }
      if (sign == 0) {
        return optimal(edge(below, above));
      }
      Point limit = extrapolated(below, above);
      Solution gain = unbounded(limit);
      boolean gains = limit.gain() > ZERO * size(limit.answer().weights());
      if (gains && limit.isRiskless() && gain.status() == Status.UNBOUNDED) {
        return gain;
      }
      above = below;
    }
    return optimal(above);
  }

  /** The end at tau = 0 of the piece that two points are on, if they are on one. */
  private Point extrapolated(Point half, Point whole) {
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double w = 2 * half.answer().weights()[i] - whole.answer().weights()[i];
      weights[i] = Bounds.snapped(w, p.lower()[i], p.upper()[i]);
    }
    Answer answer = new Answer(weights, 0, new double[p.groups().size()], new double[0], 0);
    return point(0, answer);
  }

  /** The root of F between a point where it is negative and one where it is positive. */
  private Point search(Point below, Point above) {
    Point low = below;
    Point high = above;
    double lowValue = low.excessOverRisk();
    double highValue = high.excessOverRisk();
    if (!(highValue > 0)) {
      return high;
    }
    double width = high.tau() - low.tau();
    boolean wasBelow = false;
    boolean wasAbove = false;
    for (int k = 0; k < SEARCH && lowValue < 0; k++) {
      double tau = low.tau() - lowValue * (high.tau() - low.tau()) / (highValue - lowValue);
      boolean stalled = k % 8 == 7 && high.tau() - low.tau() > 0.1 * width;
      if (stalled || !(tau > low.tau() && tau < high.tau())) {
        tau = 0.5 * (low.tau() + high.tau());
      }
      width = k % 8 == 7 ? high.tau() - low.tau() : width;
      if (tau == low.tau() || tau == high.tau()) {
        return low;
      }
      Point middle = at(tau);
      double value = middle.excessOverRisk();
      if (value == 0) {
        return sharpened(middle);
      }
      // An end that stays twice counts half, so that the other end moves too.
      highValue *= value < 0 && wasBelow ? 0.5 : 1;
      lowValue *= value > 0 && wasAbove ? 0.5 : 1;
      wasBelow = value < 0;
      wasAbove = value > 0;
      if (wasBelow) {
        low = middle;
        lowValue = value;
      } else {
        high = middle;
        highValue = value;
      }
    }
    return low;
  }

  /** One more step of {@code tau = variance / gain}: the last digit. */
  private Point sharpened(Point root) {
    Point next = at(root.variance() / root.gain());
    return residual(next) < residual(root) ? next : root;
  }

  /** The largest tau with F = 0, between a point where it is zero and one where it is positive. */
  private Point edge(Point zero, Point above) {
    Point low = zero;
    double high = above.tau();
    for (int k = 0; k < SEARCH; k++) {
      double tau = 0.5 * (low.tau() + high);
      if (tau == low.tau() || tau == high) {
        return low;
      }
      Point middle = at(tau);
      if (middle.excessOverRisk() <= 0) {
        low = middle;
      } else {
        high = tau;
      }
    }
    return low;
  }

  private Point at(double tau) {
    double[] mu = new double[n];
    for (int i = 0; i < n; i++) {
      mu[i] = tau * excess[i];
    }
    MeanVarianceProblem q =
        new MeanVarianceProblem(mu, p.sigma(), 1, 0, p.lower(), p.upper(), new double[n]);
    Answer answer = GroupCapSolver.solve(q, p.groups(), last);
    WeightProblem posed = WeightProblem.of(Objective.MEAN_VARIANCE, q).withGroups(p.groups());
    last = Solution.certified(posed, answer, Status.OPTIMAL, "");
    return point(tau, answer);
  }

  private Point point(double tau, Answer answer) {
    double[] w = answer.weights();
    return new Point(tau, answer, p.excessReturn(w), p.variance(w), p.isRiskless(w));
  }

  private double size(double[] w) {
    double size = 0;
    for (int i = 0; i < n; i++) {
      size += Math.abs(w[i] * excess[i]);
    }
    return size;
  }

  private double residual(Point point) {
    Answer answer = translated(point);
    return Certificate.residual(
        p,
        answer.weights(),
        answer.budgetMultiplier(),
        answer.groupMultipliers(),
        answer.scenarioWeights());
  }

  private Solution optimal(Point point) {
    return Solution.certified(p, translated(point), Status.OPTIMAL, "");
  }

  /** Multipliers in the unit of the ratio instead of the variance. */
  private Answer translated(Point point) {
    double unit = point.tau() * Math.sqrt(point.variance());
    double scale = unit > 0 ? 1 / unit : 0;
    double[] y = point.answer().groupMultipliers().clone();
    for (int g = 0; g < y.length; g++) {
      y[g] *= scale;
    }
    double[] w = point.answer().weights();
    double nu = Certificate.budgetMultiplier(p, w, y);
    return new Answer(w, nu, y, new double[0], point.answer().iterations());
  }

  private Solution unbounded(Point point) {
    Answer riskless =
        new Answer(point.answer().weights(), 0, new double[p.groups().size()], new double[0], 0);
    return Solution.certified(
        p,
        riskless,
        Status.UNBOUNDED,
        "max-sharpe has no bound: riskless weights earn " + point.gain() + " above riskFree");
  }

  private Solution leastVariance(Point most) {
    Answer safest = at(0).answer();
    int groups = p.groups().size();
    double[] y = Arrays.copyOf(safest.groupMultipliers(), 2 * groups);
    System.arraycopy(most.answer().groupMultipliers(), 0, y, groups, groups);
    // at(0) is half of min-variance, whose certificate this answer needs.
    for (int g = 0; g < groups; g++) {
      y[g] *= 2;
    }
    Answer doubled =
        new Answer(
            safest.weights(), 2 * safest.budgetMultiplier(), y, new double[0], safest.iterations());
    return Solution.certified(
        p,
        doubled,
        Status.NO_POSITIVE_RETURN,
        "no weights earn more than riskFree "
            + p.riskFree()
            + "; the best earn "
            + most.gain()
            + " more");
  }
}

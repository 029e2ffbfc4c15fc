package io.mirrorcore.optimize.nonlinear;

import io.mirrorcore.optimize.linear.LinearProgramme;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.SharpeProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import io.mirrorcore.optimize.proof.Proof;
import io.mirrorcore.optimize.proof.SharpeCertificate;
import io.mirrorcore.optimize.quadratic.GroupCapSolver;
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
 * least variance. Where the latter has no variance at all, F is 0 there and may keep one sign: a
 * riskless gain makes the ratio unbounded ({@link Status#UNBOUNDED}). A riskless strategy without
 * gain, such as cash, can be mixed with the optimum without changing the ratio; then the mix of the
 * largest return is chosen.
 */
public final class SharpeSolver {

  private static final int SEARCH = 200;

  /** A return this small, relative to its terms, is rounding. */
  private static final double ROUNDING = 1e-14;

  /** F this small, relative to its terms, is zero. */
  private static final double ZERO = 1e-13;

  private final SharpeProblem p;
  private final int n;
  private final double[] excess;
  private Solution last = Solution.coldStart();

  private SharpeSolver(SharpeProblem p) {
    this.p = p;
    n = p.size();
    excess = p.excess();
  }

  /** A point of the frontier. */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
  private record Point(
      double tau, PrimalDualPoint solved, double gain, double variance, boolean isRiskless) {

    double[] weights() {
      return solved.weights();
    }

    /** F, or 0 where it is but rounding. */
    double excessOverRisk() {
      double f = tau * gain - variance;
      return Math.abs(f) <= ZERO * (Math.abs(tau * gain) + variance) ? 0 : f;
    }
  }

  /** The solution of a sound problem, judged by its certificate. */
  public static Solution solve(SharpeProblem p) {
    return new SharpeSolver(p).run();
  }

  private Solution run() {
    Optional<PrimalDualPoint> vertex = LinearProgramme.largestGain(excess, p.box(), p.groups());
    if (vertex.isEmpty()) {
      return Solution.none(Status.INFEASIBLE, "no weights meet bounds and group caps");
    }
    Point most = point(0, vertex.get());
    if (!(most.gain() > ROUNDING * p.excessReturnSize(vertex.get().weights()))) {
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
      boolean gains = limit.gain() > ZERO * p.excessReturnSize(limit.weights());
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
      weights[i] = p.box().snapped(2 * half.weights()[i] - whole.weights()[i], i);
    }
    return point(0, PrimalDualPoint.of(weights, 0, new double[p.groups().size()], 0));
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
        new MeanVarianceProblem(
            new Moments(mu, p.moments().sigma()), new Penalties(1, 0, new double[n]), p.box());
    PrimalDualPoint solved = GroupCapSolver.solve(q, p.groups(), last);
    double residual = MeanVarianceCertificate.residual(q, p.groups(), solved);
    last = new Proof(residual, q.utility(solved.weights())).solution(p.box(), solved);
    return point(tau, solved);
  }

  private Point point(double tau, PrimalDualPoint solved) {
    double[] w = solved.weights();
    return new Point(tau, solved, p.excessReturn(w), p.variance(w), p.isRiskless(w));
  }

  private double residual(Point point) {
    return SharpeCertificate.residual(p, translated(point));
  }

  private Solution optimal(Point point) {
    return certified(translated(point), Status.OPTIMAL, "");
  }

  private Solution certified(PrimalDualPoint point, Status proved, String detail) {
    double residual = SharpeCertificate.residual(p, point);
    return new Proof(residual, p.ratio(point.weights())).solution(p.box(), point, proved, detail);
  }

  /** Multipliers in the unit of the ratio instead of the variance. */
  private PrimalDualPoint translated(Point point) {
    double unit = point.tau() * Math.sqrt(point.variance());
    double scale = unit > 0 ? 1 / unit : 0;
    double[] y = point.solved().groupMultipliers().clone();
    for (int g = 0; g < y.length; g++) {
      y[g] *= scale;
    }
    double nu = SharpeCertificate.budgetMultiplier(p, point.weights(), y);
    return PrimalDualPoint.of(point.weights(), nu, y, point.solved().iterations());
  }

  private Solution unbounded(Point point) {
    return certified(
        PrimalDualPoint.of(point.weights(), 0, new double[p.groups().size()], 0),
        Status.UNBOUNDED,
        "max-sharpe has no bound: riskless weights earn " + point.gain() + " above riskFree");
  }

  private Solution leastVariance(Point most) {
    PrimalDualPoint safest = at(0).solved();
    int groups = p.groups().size();
    double[] y = Arrays.copyOf(safest.groupMultipliers(), 2 * groups);
    System.arraycopy(most.solved().groupMultipliers(), 0, y, groups, groups);
    // at(0) is half of the least variance, whose certificate these weights need.
    for (int g = 0; g < groups; g++) {
      y[g] *= 2;
    }
    return certified(
        PrimalDualPoint.of(safest.weights(), 2 * safest.budgetMultiplier(), y, safest.iterations()),
        Status.NO_POSITIVE_RETURN,
        "no weights earn more than riskFree "
            + p.riskFree()
            + "; the best earn "
            + most.gain()
            + " more");
  }
}

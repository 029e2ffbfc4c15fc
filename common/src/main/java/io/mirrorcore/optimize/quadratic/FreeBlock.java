package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.matrix.PivotedCholesky;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;

/**
 * Newton's step for the free weights alone, the others held. The step must not change the sum, so
 * it is sought in the space orthogonal to the vector of ones, by one Householder reflection:
 *
 * <pre>
 *   m free weights,  H = lambda Sigma_FF + 2 eta I,  s = 1/sqrt(m)
 *   v = s 1 + e_0,   b = 1/(1 + s),   Q = I - b v v',   Q 1 = -sqrt(m) e_0
 *   R = rows and columns 1.. of QHQ:  R_ij = H_ij - s (q_i + q_j)
 *       with p = b H v,  q = p - (b/2)(v'p) v
 *   step d = Q [0; z],  R z = (Q g)_1..
 * </pre>
 *
 * R is definite more often than H (a single riskless strategy makes H singular, not R) and as well
 * conditioned, as Q is orthogonal. Where R is singular too, directions of zero curvature remain:
 * either the gradient has no share in them, and they are left alone, or the objective rises along
 * one without end, and the step is a ray that only a bound stops. The factor is rebuilt when the
 * free set changes: O(m^3), never O(n^3).
 */
final class FreeBlock implements NewtonStep {

  /** Pivots below this times m, relative to the largest entry of diag(H), are rounding. */
  private static final double RANK_TOLERANCE = 8 * Math.ulp(1.0);

  private final MeanVarianceProblem problem;
  private final int n;
  private final PivotedCholesky factor;
  private final double[] q;
  private final double[] z;
  private final double[] ordered;
  private int[] free = new int[0];
  private int factorisations;

  FreeBlock(MeanVarianceProblem problem) {
    this.problem = problem;
    n = problem.size();
    factor = new PivotedCholesky();
    q = new double[n];
    z = new double[n];
    ordered = new double[n];
  }

  @Override
  public int factorisations() {
    return factorisations;
  }

  /** Nothing is kept from one free set to the next. */
  @Override
  public void forgetHistory() {}

  /** Whether R is. */
  @Override
  public boolean isDefinite() {
    return factor.isFullRank();
  }

  @Override
  public void factor(int[] indices, int m) {
    if (Arrays.equals(free, 0, free.length, indices, 0, m)) {
      return;
    }
    free = Arrays.copyOf(indices, m);
    factorisations++;
    factor.reserve(m - 1);
    factor.factor(m - 1, reduce() * m * RANK_TOLERANCE);
  }

  @Override
  public boolean step(double[] gradient, double tolerance, double[] step) {
    project(gradient);
    int reduced = free.length - 1;
    for (int k = 0; k < reduced; k++) {
      ordered[k] = z[factor.row(k)];
    }
    factor.forward(ordered);
    double outside = 0;
    for (int k = factor.rank(); k < reduced; k++) {
      outside = Math.max(outside, Math.abs(ordered[k]));
    }
    boolean newton = outside <= tolerance;
    if (newton) {
      Arrays.fill(ordered, factor.rank(), reduced, 0);
      factor.backward(ordered);
    } else {
      factor.completeNullVector(ordered);
    }
    for (int k = 0; k < reduced; k++) {
      z[factor.row(k)] = ordered[k];
    }
    expand(step);
    return newton;
  }

  @Override
  public double curvature(double[] step) {
    double sum = 0;
    for (int i = 0; i < free.length; i++) {
      double row = 0;
      for (int j = 0; j < free.length; j++) {
        row += entry(i, j) * step[j];
      }
      sum += row * step[i];
    }
    return sum;
  }

  private double entry(int i, int j) {
    double risk = problem.lambda() * problem.sigma()[free[i] * n + free[j]];
    return i == j ? risk + 2 * problem.eta(free[i]) : risk;
  }

  /** Writes R into the factor's storage and returns the largest entry of diag(H). */
  private double reduce() {
    int m = free.length;
    double s = 1 / Math.sqrt(m);
    double b = 1 / (1 + s);
    double vp = 0;
    double largest = 0;
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int j = 0; j < m; j++) {
        sum += entry(i, j);
      }
      q[i] = b * (s * sum + entry(i, 0));
      vp += i == 0 ? (s + 1) * q[0] : s * q[i];
      largest = Math.max(largest, entry(i, i));
    }
    double[] r = factor.entries();
    for (int i = 1; i < m; i++) {
      q[i] -= 0.5 * b * vp * s;
      int row = (i - 1) * (m - 1) - 1;
      for (int j = 1; j <= i; j++) {
        r[row + j] = entry(i, j) - s * (q[i] + q[j]);
      }
    }
    return largest;
  }

  /** {@code z = (Q g)_1..} */
  private void project(double[] gradient) {
    int m = free.length;
    double s = 1 / Math.sqrt(m);
    double sum = 0;
    for (int i : free) {
      sum += gradient[i];
    }
    double common = s * (s * sum + gradient[free[0]]) / (1 + s);
    for (int i = 1; i < m; i++) {
      z[i - 1] = gradient[free[i]] - common;
    }
  }

  /** {@code step = Q [0; z]} */
  private void expand(double[] step) {
    int m = free.length;
    double s = 1 / Math.sqrt(m);
    double sum = 0;
    for (int i = 1; i < m; i++) {
      sum += z[i - 1];
    }
    step[0] = -s * sum;
    for (int i = 1; i < m; i++) {
      step[i] = z[i - 1] - s * s * sum / (1 + s);
    }
  }
}

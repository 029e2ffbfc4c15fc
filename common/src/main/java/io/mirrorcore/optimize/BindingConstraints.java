package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Exact weights and multipliers from roughly optimal weights of a mean-variance problem with group
 * caps. With the bounds and groups that bind there, optimality is a linear system:
 *
 * <pre>
 *   H = lambda Sigma + 2 eta I,   F free strategies,   A the groups that bind
 *   [ H_FF  1  A_F' ] [ d   ]   [ g_F          ]     g gradient, at the point started from
 *   [ 1'    0  0    ] [ nu  ] = [ 1 - sum w    ]
 *   [ A_F   0  0    ] [ y   ]   [ cap - A w    ]
 * </pre>
 *
 * Where its solution breaks a bound or a cap, that binds from then on; where a multiplier has the
 * wrong sign, its constraint no longer does; and so on, until the certificate holds. The point
 * started from depends on what binds alone, so the same bounds and groups give the same bits; where
 * the system is singular, it is the last point, and the step the shortest. Multipliers that the
 * system leaves open (weights all on bounds) are those of the linear programme that the gradient
 * poses at the weights.
 */
final class BindingConstraints {

  private static final int ROUNDS = 60;
  private static final int REFINEMENTS = 2;

  /** Roughly optimal weights this near to a bound or a cap are on it. */
  private static final double NEAR = 1e-6;

  /** Exact weights this near to a bound or a cap are on it but for rounding. */
  private static final double ON = 1e-14;

  /** Multipliers of the wrong sign by less, relative to the gradient, are zero. */
  private static final double SIGN = 1e-13;

  /** Pivots or singular values this small, relative to the largest, are rounding. */
  private static final double SINGULAR = 1e-11;

  /** A residual this small needs no further round. */
  private static final double FINE = 1e-14;

  private final WeightProblem p;
  private final int n;
  private final double[] w;
  private final byte[] side;
  private final boolean[] binds;
  private final double unit;
  private double nu;
  private final double[] y;
  private double gradientSize;

  BindingConstraints(WeightProblem p, double[] start) {
    this.p = p;
    n = p.size();
    w = start.clone();
    side = new byte[n];
    binds = new boolean[p.groups().size()];
    y = new double[binds.length];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, curvature(i, i));
    }
    unit = largest > 0 ? largest : 1;
  }

  Answer solve() {
    hold(NEAR);
    Answer best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      settle();
      Answer answer = answer(round + 1);
      double residual = residual(answer);
      if (best == null || residual < least) {
        best = answer;
        least = residual;
      }
      if (least <= FINE || !(holdViolators() || release())) {
        break;
      }
    }
    return best;
  }

  private double residual(Answer answer) {
    return Certificate.residual(
        p,
        answer.weights(),
        answer.budgetMultiplier(),
        answer.groupMultipliers(),
        answer.scenarioWeights());
  }

  /** Weights within their bounds, with whichever multipliers prove more. */
  private Answer answer(int round) {
    double[] weights = w.clone();
    for (int i = 0; i < n; i++) {
      double clamped = Math.max(p.lower()[i], Math.min(p.upper()[i], weights[i]));
      weights[i] = onBound(i, clamped, ON);
    }
    double[] positive = Arrays.stream(y).map(multiplier -> Math.max(0, multiplier)).toArray();
    double own = Certificate.budgetMultiplier(p, weights, positive);
    Answer solved = new Answer(weights, own, positive, new double[0], round);
    double residual = residual(solved);
    if (residual <= FINE) {
      return solved;
    }
    double[] gradient = new double[n];
    KktCertificate.gradient(p.quadratic(), weights, gradient);
    Answer vertex = LinearProgramme.best(p, gradient).orElseThrow();
    Answer posed =
        new Answer(
            weights, vertex.budgetMultiplier(), vertex.groupMultipliers(), new double[0], round);
    return residual(posed) < residual ? posed : solved;
  }

  private double onBound(int i, double weight, double tolerance) {
    double lower = p.lower()[i];
    double upper = p.upper()[i];
    if (weight - lower <= tolerance * Math.max(1, Math.abs(lower))) {
      return lower;
    }
    return upper - weight <= tolerance * Math.max(1, Math.abs(upper)) ? upper : weight;
  }

  private void hold(double tolerance) {
    for (int i = 0; i < n; i++) {
      double weight = onBound(i, w[i], tolerance);
      side[i] =
          weight == p.lower()[i]
              ? Iterate.LOWER
              : weight == p.upper()[i] ? Iterate.UPPER : Iterate.FREE;
    }
    for (int g = 0; g < binds.length; g++) {
      GroupCap group = p.groups().get(g);
      binds[g] = group.cap() - group.weight(w) <= tolerance * Math.max(1, Math.abs(group.cap()));
    }
  }

  /** Solves the equalities for what binds now. */
  private void settle() {
    int[] free = IntStream.range(0, n).filter(i -> side[i] == Iterate.FREE).toArray();
    int[] groups = IntStream.range(0, binds.length).filter(g -> binds[g]).toArray();
    double[][] kkt = matrix(free, groups);
    DenseLu lu = new DenseLu(kkt.length);
    for (int k = 0; k < kkt.length; k++) {
      System.arraycopy(kkt[k], 0, lu.a, k * kkt.length, kkt.length);
    }
    boolean regular = lu.factor() > SINGULAR;
    place(free, regular);
    Arrays.fill(y, 0);
    nu = 0;
    ShortestStep shortest = regular ? null : new ShortestStep(kkt);
    for (int k = 0; k <= REFINEMENTS; k++) {
      double[] step = rightSide(free, groups);
      if (regular) {
        lu.solve(step);
      } else {
        step = shortest.of(step);
      }
      advance(free, groups, step);
    }
  }

  private void place(int[] free, boolean regular) {
    for (int i = 0; i < n; i++) {
      if (side[i] != Iterate.FREE) {
        w[i] = side[i] == Iterate.LOWER ? p.lower()[i] : p.upper()[i];
      }
    }
    if (regular) {
      for (int i : free) {
        w[i] = 0;
      }
    }
  }

  private double[][] matrix(int[] free, int[] groups) {
    int m = free.length;
    double[][] kkt = new double[m + 1 + groups.length][m + 1 + groups.length];
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        kkt[a][b] = curvature(free[a], free[b]) / unit;
      }
      kkt[a][m] = 1;
      kkt[m][a] = 1;
      for (int g = 0; g < groups.length; g++) {
        boolean member = isMember(groups[g], free[a]);
        kkt[a][m + 1 + g] = member ? 1 : 0;
        kkt[m + 1 + g][a] = member ? 1 : 0;
      }
    }
    return kkt;
  }

  private double[] rightSide(int[] free, int[] groups) {
    double[] reduced = reducedGradient();
    double[] right = new double[free.length + 1 + groups.length];
    for (int k = 0; k < free.length; k++) {
      right[k] = (reduced[free[k]] - nu) / unit;
    }
    right[free.length] = 1 - Arrays.stream(w).sum();
    for (int k = 0; k < groups.length; k++) {
      GroupCap group = p.groups().get(groups[k]);
      right[free.length + 1 + k] = group.cap() - group.weight(w);
    }
    return right;
  }

  private void advance(int[] free, int[] groups, double[] step) {
    for (int k = 0; k < free.length; k++) {
      w[free[k]] += step[k];
    }
    nu += unit * step[free.length];
    for (int k = 0; k < groups.length; k++) {
      y[groups[k]] += unit * step[free.length + 1 + k];
    }
  }

  private double[] reducedGradient() {
    double[] reduced = new double[n];
    gradientSize = KktCertificate.gradient(p.quadratic(), w, reduced);
    for (int g = 0; g < y.length; g++) {
      for (int i : p.groups().get(g).members()) {
        reduced[i] -= y[g];
      }
    }
    return reduced;
  }

  private boolean holdViolators() {
    boolean held = false;
    for (int i = 0; i < n; i++) {
      if (side[i] == Iterate.FREE && w[i] < p.lower()[i] - ON) {
        side[i] = Iterate.LOWER;
        held = true;
      } else if (side[i] == Iterate.FREE && w[i] > p.upper()[i] + ON) {
        side[i] = Iterate.UPPER;
        held = true;
      }
    }
    for (int g = 0; g < binds.length; g++) {
      GroupCap group = p.groups().get(g);
      if (!binds[g] && group.weight(w) > group.cap() + ON * KktConditions.weightSize(w)) {
        binds[g] = true;
        held = true;
      }
    }
    return held;
  }

  /** Frees the constraint whose multiplier is the most wrong. */
  private boolean release() {
    double[] reduced = reducedGradient();
    double worst = SIGN * gradientSize;
    int strategy = -1;
    int group = -1;
    for (int i = 0; i < n; i++) {
      double gain = side[i] == Iterate.LOWER ? reduced[i] - nu : nu - reduced[i];
      if (side[i] != Iterate.FREE && p.lower()[i] < p.upper()[i] && gain > worst) {
        worst = gain;
        strategy = i;
      }
    }
    for (int g = 0; g < binds.length; g++) {
      if (binds[g] && -y[g] > worst) {
        worst = -y[g];
        group = g;
      }
    }
    if (group >= 0) {
      binds[group] = false;
    } else if (strategy >= 0) {
      side[strategy] = Iterate.FREE;
    }
    return group >= 0 || strategy >= 0;
  }

  private boolean isMember(int group, int strategy) {
    return Arrays.stream(p.groups().get(group).members()).anyMatch(i -> i == strategy);
  }

  private double curvature(int i, int j) {
    return p.lambda() * p.sigma()[i * n + j] + (i == j ? 2 * p.eta() : 0);
  }

  /** The least-squares solution of least norm, by the singular value decomposition. */
  private static final class ShortestStep {

    private final RealMatrix u;
    private final RealMatrix v;
    private final double[] values;

    ShortestStep(double[][] matrix) {
      SingularValueDecomposition svd =
          new SingularValueDecomposition(new Array2DRowRealMatrix(matrix));
      u = svd.getU();
      v = svd.getV();
      values = svd.getSingularValues();
    }

    double[] of(double[] right) {
      double[] along = u.preMultiply(right);
      for (int k = 0; k < along.length; k++) {
        along[k] = values[k] > SINGULAR * values[0] ? along[k] / values[k] : 0;
      }
      return v.operate(along);
    }
  }
}

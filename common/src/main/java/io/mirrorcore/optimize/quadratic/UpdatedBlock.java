package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.matrix.GrowingCholesky;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;

/**
 * {@link NewtonStep} whose factor follows the free set: O(m^2) for a strategy that comes or goes,
 * O(m^3) for m free ones where many do, never O(N^3).
 *
 * <pre>
 *   m free weights,  A = H_FF + rho 1 1',  H = lambda Sigma + 2 eta I,  A = U'U
 *   step d = inv(A) (g - nu 1),   nu so that 1'd = 0
 * </pre>
 *
 * The sum being fixed, rho changes no step; it makes A definite wherever the step is unique, a
 * riskless strategy among the free ones included. Where a pivot is lost to rounding all the same
 * {@link FreeBlock}, which reveals ranks, takes the free set over.
 *
 * <p>The order of the rows of A is that in which strategies came. {@link #forgetHistory} puts it
 * back to ascending, after which a step depends on the free set alone, to the bit.
 */
final class UpdatedBlock implements NewtonStep {

  /** Of its diagonal entry; a smaller pivot has lost half of its digits. */
  private static final double SMALLEST_PIVOT = 1e-8;

  /** With fewer free weights an update takes as long as a new factor, and the finish wants one. */
  private static final int WORTH_UPDATING = 24;

  private final MeanVarianceProblem problem;
  private final int n;
  private final double rho;
  private final GrowingCholesky factor = new GrowingCholesky();
  private final FreeBlock rankRevealing;

  /** Which strategy stands in row k of A, and which row is a strategy's; -1 where it is held. */
  private final int[] strategy;

  private final int[] row;

  private final double[] diagonal;
  private final double[] column;

  /** {@code 1 / diag(A)} by strategy. */
  private final double[] inverseDiagonal;

  /** {@code inv(U') 1}, which every step needs, and its square. */
  private final double[] ones;

  private double sumOfSquares;
  private final double[] rightSide;
  private int[] free = new int[0];
  private int m;
  private boolean definite;
  private boolean ascending;
  private int factorisations;

  UpdatedBlock(MeanVarianceProblem problem) {
    this.problem = problem;
    n = problem.size();
    diagonal = new double[n];
    inverseDiagonal = new double[n];
    rho = fillDiagonal();
    rankRevealing = new FreeBlock(problem);
    strategy = new int[n];
    row = new int[n];
    Arrays.fill(row, -1);
    column = new double[n];
    ones = new double[n];
    rightSide = new double[n];
  }

  @Override
  public int factorisations() {
    return factorisations;
  }

  @Override
  public boolean isDefinite() {
    return definite || rankRevealing.isDefinite();
  }

  @Override
  public void factor(int[] indices, int count) {
    if (Arrays.equals(free, 0, m, indices, 0, count)) {
      return;
    }
    boolean usable = definite && isCheaperToUpdate(indices, count);
    free = Arrays.copyOf(indices, count);
    m = count;
    factorisations++;
    take(usable ? update() : build());
  }

  @Override
  public void forgetHistory() {
    if (!ascending) {
      take(build());
    }
  }

  private void take(boolean factored) {
    definite = factored;
    if (definite) {
      Arrays.fill(ones, 0, m, 1);
      factor.forward(ones);
      sumOfSquares = dot(ones, ones);
    } else {
      rankRevealing.factor(free, m);
    }
  }

  @Override
  public boolean step(double[] gradient, double tolerance, double[] step) {
    if (!definite) {
      return rankRevealing.step(gradient, tolerance, step);
    }
    double common = weightedMean(gradient);
    for (int k = 0; k < m; k++) {
      rightSide[k] = gradient[strategy[k]] - common;
    }
    factor.forward(rightSide);
    double nu = dot(ones, rightSide) / sumOfSquares;
    for (int k = 0; k < m; k++) {
      rightSide[k] -= nu * ones[k];
    }
    factor.backward(rightSide);
    keepTheSum();
    for (int k = 0; k < m; k++) {
      step[k] = rightSide[row[free[k]]];
    }
    return true;
  }

  @Override
  public double curvature(double[] step) {
    return rankRevealing.curvature(step);
  }

  /**
   * Nearly nu already, and exactly so where the gradients agree. It is subtracted before the solve,
   * whose rounding would otherwise be larger than a refined step.
   */
  private double weightedMean(double[] gradient) {
    double sum = 0;
    double total = 0;
    for (int k = 0; k < m; k++) {
      sum += gradient[strategy[k]] * inverseDiagonal[strategy[k]];
      total += inverseDiagonal[strategy[k]];
    }
    return sum / total;
  }

  /** Spreads the rounding of the sum over the weights, most of it where curvature is least. */
  private void keepTheSum() {
    double sum = 0;
    double total = 0;
    for (int k = 0; k < m; k++) {
      sum += rightSide[k];
      total += inverseDiagonal[strategy[k]];
    }
    for (int k = 0; k < m; k++) {
      rightSide[k] -= sum / total * inverseDiagonal[strategy[k]];
    }
  }

  /** In triangular solves: one for each that comes, three for each that goes, m/3 from nothing. */
  private boolean isCheaperToUpdate(int[] indices, int count) {
    if (count < WORTH_UPDATING) {
      return false;
    }
    int added = 0;
    for (int k = 0; k < count; k++) {
      added += row[indices[k]] < 0 ? 1 : 0;
    }
    int removed = m - (count - added);
    return 3 * (added + 3 * removed) < count;
  }

  private boolean update() {
    boolean[] wanted = new boolean[n];
    for (int i : free) {
      wanted[i] = true;
    }
    for (int k = factor.size() - 1; k >= 0; k--) {
      if (!wanted[strategy[k]]) {
        remove(k);
      }
    }
    ascending = false;
    return addMissing();
  }

  private boolean build() {
    for (int k = 0; k < factor.size(); k++) {
      row[strategy[k]] = -1;
    }
    factor.clear();
    factor.reserve(m);
    ascending = true;
    return addMissing();
  }

  private boolean addMissing() {
    for (int i : free) {
      if (row[i] < 0 && !add(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(int i) {
    int size = factor.size();
    double[] sigma = problem.sigma();
    double lambda = problem.lambda();
    for (int k = 0; k < size; k++) {
      column[k] = lambda * sigma[i * n + strategy[k]] + rho;
    }
    if (!factor.add(column, diagonal[i], SMALLEST_PIVOT * diagonal[i])) {
      return false;
    }
    strategy[size] = i;
    row[i] = size;
    return true;
  }

  private void remove(int k) {
    factor.remove(k);
    row[strategy[k]] = -1;
    for (int j = k; j < factor.size(); j++) {
      strategy[j] = strategy[j + 1];
      row[strategy[j]] = j;
    }
  }

  private double dot(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < m; k++) {
      sum += x[k] * y[k];
    }
    return sum;
  }

  /**
   * Fills in diag(A) and its inverse, and returns rho: the smallest positive entry of diag(H), 0
   * without one.
   */
  private double fillDiagonal() {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      diagonal[i] = problem.lambda() * problem.sigma()[i * n + i] + 2 * problem.eta(i);
      if (diagonal[i] > 0 && diagonal[i] < smallest) {
        smallest = diagonal[i];
      }
    }
    double shift = smallest == Double.POSITIVE_INFINITY ? 0 : smallest;
    for (int i = 0; i < n; i++) {
      diagonal[i] += shift;
      inverseDiagonal[i] = 1 / diagonal[i];
    }
    return shift;
  }
}

package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;

/**
 * Where a solve stands: the weights, which of them are held at which bound, and the gradient there.
 * Both phases of {@link MeanVarianceSolver} work on it. A strategy whose bounds coincide is held
 * for good.
 */
final class Iterate {

  static final byte FREE = 0;
  static final byte LOWER = 1;
  static final byte UPPER = 2;

  /** A multiplier of the wrong sign this small, relative to the terms it is made of, is zero. */
  private static final double RELATIVE_TOLERANCE = 1e-13;

  final MeanVarianceProblem problem;
  final int n;
  final double[] weights;
  final double[] gradient;
  final byte[] side;

  /** Free strategies, ascending, in the first {@link #freeCount} entries. */
  final int[] free;

  int freeCount;

  private final double[] risk;
  private final double[] riskSize;
  private final double[] fourRisks = new double[4];
  private double gradientSize;

  Iterate(MeanVarianceProblem problem) {
    this.problem = problem;
    n = problem.size();
    weights = new double[n];
    gradient = new double[n];
    side = new byte[n];
    risk = new double[n];
    riskSize = new double[n];
    free = new int[n];
  }

  boolean canMove(int i) {
    return problem.lower()[i] < problem.upper()[i];
  }

  /** Holds strategy i, or frees it unless its bounds coincide. */
  void set(int i, byte newSide) {
    side[i] = newSide == FREE && !canMove(i) ? LOWER : newSide;
  }

  void collectFree() {
    freeCount = 0;
    for (int i = 0; i < n; i++) {
      if (side[i] == FREE) {
        free[freeCount++] = i;
      }
    }
  }

  /** Held weights on their bounds, free ones equal, sum 1: depends on the sides alone. */
  void placeAtCentre() {
    double left = 1;
    for (int i = 0; i < n; i++) {
      if (side[i] != FREE) {
        weights[i] = side[i] == LOWER ? problem.lower()[i] : problem.upper()[i];
        left -= weights[i];
      }
    }
    for (int k = 0; k < freeCount; k++) {
      weights[free[k]] = left / freeCount;
    }
  }

  /** Adds {@code alpha} times a step that is given on the free strategies. */
  void move(double[] step, double alpha) {
    for (int k = 0; k < freeCount; k++) {
      weights[free[k]] += alpha * step[k];
    }
  }

  void clampIntoBox() {
    for (int i = 0; i < n; i++) {
      weights[i] = Math.max(problem.lower()[i], Math.min(problem.upper()[i], weights[i]));
    }
  }

  /**
   * Brings the gradient up to date with the weights: column by column of sigma, leaving out those
   * of weight 0, which makes vector code of it and work in proportion to the weights that are not.
   */
  void evaluate() {
    Arrays.fill(risk, 0);
    Arrays.fill(riskSize, 0);
    for (int j = 0; j < n; j++) {
      if (weights[j] != 0) {
        addRisk(j * n, weights[j]);
      }
    }
    gradientSize = 0;
    for (int i = 0; i < n; i++) {
      gradient[i] = gradientAt(i, risk[i]);
      double moved = Math.abs(weights[i]) + Math.abs(problem.previous()[i]);
      double turnoverSize = 2 * problem.eta(i) * moved;
      double size = Math.abs(problem.mu()[i]) + problem.lambda() * riskSize[i] + turnoverSize;
      // An overflow to NaN must show, so that nothing counts as optimal.
      gradientSize = size <= gradientSize ? gradientSize : size;
    }
  }

  private void addRisk(int column, double weight) {
    double[] sigma = problem.sigma();
    for (int i = 0; i < n; i++) {
      double term = sigma[column + i] * weight;
      risk[i] += term;
      riskSize[i] += Math.abs(term);
    }
  }

  /**
   * The gradient of the free strategies alone, by rows of sigma as the certificate takes it, so
   * that a sigma symmetric but for its last digits is solved in the certificate's reading. Four
   * rows at a time: sums of their own, for a processor to overlap.
   */
  void evaluateFree() {
    int k = 0;
    for (; k + 4 <= freeCount; k += 4) {
      rowsOfRisk(free[k] * n, free[k + 1] * n, free[k + 2] * n, free[k + 3] * n);
      for (int l = 0; l < 4; l++) {
        gradient[free[k + l]] = gradientAt(free[k + l], fourRisks[l]);
      }
    }
    for (; k < freeCount; k++) {
      int row = free[k] * n;
      rowsOfRisk(row, row, row, row);
      gradient[free[k]] = gradientAt(free[k], fourRisks[0]);
    }
  }

  private double gradientAt(int i, double riskOfOne) {
    return problem.mu()[i]
        - problem.lambda() * riskOfOne
        - 2 * problem.eta(i) * (weights[i] - problem.previous()[i]);
  }

  private void rowsOfRisk(int r0, int r1, int r2, int r3) {
    double[] sigma = problem.sigma();
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int j = 0; j < n; j++) {
      double weight = weights[j];
      sum0 += sigma[r0 + j] * weight;
      sum1 += sigma[r1 + j] * weight;
      sum2 += sigma[r2 + j] * weight;
      sum3 += sigma[r3 + j] * weight;
    }
    fourRisks[0] = sum0;
    fourRisks[1] = sum1;
    fourRisks[2] = sum2;
    fourRisks[3] = sum3;
  }

  /** Gradients that differ by less are equal; relative, so that units do not matter. */
  double tolerance() {
    return RELATIVE_TOLERANCE * gradientSize;
  }

  /** Mean gradient of the free strategies: the multiplier of the budget, once they agree. */
  double multiplier() {
    double sum = 0;
    for (int k = 0; k < freeCount; k++) {
      sum += gradient[free[k]];
    }
    return sum / freeCount;
  }

  /** By how much strategy i, held, would gain per unit from moving off its bound. */
  double gainFromRelease(int i, double multiplier) {
    if (side[i] == FREE || !canMove(i)) {
      return 0;
    }
    return side[i] == LOWER ? gradient[i] - multiplier : multiplier - gradient[i];
  }

  double[] copyOfWeights() {
    return Arrays.copyOf(weights, n);
  }
}

package io.mirrorcore.optimize;

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

  private double gradientSize;

  Iterate(MeanVarianceProblem problem) {
    this.problem = problem;
    n = problem.size();
    weights = new double[n];
    gradient = new double[n];
    side = new byte[n];
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

  /** Brings the gradient up to date with the weights. */
  void evaluate() {
    double[] sigma = problem.sigma();
    double lambda = problem.lambda();
    double turn = 2 * problem.eta();
    gradientSize = 0;
    for (int i = 0; i < n; i++) {
      double risk = 0;
      double riskSize = 0;
      for (int j = 0, k = i * n; j < n; j++, k++) {
        double term = sigma[k] * weights[j];
        risk += term;
        riskSize += Math.abs(term);
      }
      double mu = problem.mu()[i];
      double previous = problem.previous()[i];
      gradient[i] = mu - lambda * risk - turn * (weights[i] - previous);
      double turnSize = turn * (Math.abs(weights[i]) + Math.abs(previous));
      gradientSize = Math.max(gradientSize, Math.abs(mu) + lambda * riskSize + turnSize);
    }
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

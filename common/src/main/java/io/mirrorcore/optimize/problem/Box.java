package io.mirrorcore.optimize.problem;

import java.util.Arrays;

/**
 * Bounds of each weight.
 *
 * @param lower N lower bounds, finite, at most {@code upper}
 * @param upper N upper bounds, finite
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Box(double[] lower, double[] upper) {

  /** Relative to the larger of 1 and the bound. */
  private static final double ROUNDING = 1e-14;

  /** Long only, with one cap for all: {@code 0 <= w <= cap}. */
  public static Box upTo(double cap, int n) {
    double[] upper = new double[n];
    Arrays.fill(upper, cap);
    return new Box(new double[n], upper);
  }

  /** The weight of strategy i, or the bound that it is on or beyond but for rounding. */
  public double snapped(double weight, int i) {
    if (weight - lower[i] <= ROUNDING * Math.max(1, Math.abs(lower[i]))) {
      return lower[i];
    }
    boolean atUpper = upper[i] - weight <= ROUNDING * Math.max(1, Math.abs(upper[i]));
    return atUpper ? upper[i] : weight;
  }

  /** Whether strategy i may have more than one weight. */
  public boolean canMove(int i) {
    return lower[i] < upper[i];
  }
}

package io.mirrorcore.portfolio;

/** What every weight vector obeys: each weight in [0, cap] exactly, all adding up to 1. */
final class WeightBounds {

  private static final double ROUNDING = 1e-12;

  private WeightBounds() {}

  /** {@code cap}, or the least one under which {@code n} weights can add up to 1. */
  static double feasible(double cap, int n) {
    double feasible = cap;
    if (n * cap < 1) {
      feasible = 1.0 / n;
      while (n * feasible < 1) {
        feasible = Math.nextUp(feasible);
      }
    }
    return feasible;
  }

  /** Whether {@code n} weights need more than {@code cap}, by more than rounding. */
  static boolean tooTight(double cap, int n) {
    return n * cap < 1 - ROUNDING;
  }

  /**
   * A copy without the residue of rounding: clipped to the bounds, and what is missing from 1 (or
   * too much) put on the weight farthest from its bounds.
   */
  static double[] clean(double[] weights, double cap) {
    double[] clean = new double[weights.length];
    double sum = 0;
    int roomiest = 0;
    for (int i = 0; i < clean.length; i++) {
      clean[i] = Math.max(0, Math.min(cap, weights[i]));
      sum += clean[i];
      roomiest = room(clean[i], cap) > room(clean[roomiest], cap) ? i : roomiest;
    }
    clean[roomiest] = Math.max(0, Math.min(cap, clean[roomiest] + (1 - sum)));
    return clean;
  }

  private static double room(double weight, double cap) {
    return Math.min(weight, cap - weight);
  }
}

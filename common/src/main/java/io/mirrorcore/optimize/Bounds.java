package io.mirrorcore.optimize;

/** A weight that rounding has moved off its bound, or beyond it, is put back. */
final class Bounds {

  /** Relative to the larger of 1 and the bound. */
  private static final double ROUNDING = 1e-14;

  private Bounds() {}

  /** The weight, or the bound that it is on or beyond but for rounding. */
  static double snapped(double weight, double lower, double upper) {
    if (weight - lower <= ROUNDING * Math.max(1, Math.abs(lower))) {
      return lower;
    }
    return upper - weight <= ROUNDING * Math.max(1, Math.abs(upper)) ? upper : weight;
  }
}

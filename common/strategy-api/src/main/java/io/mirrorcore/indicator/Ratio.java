package io.mirrorcore.indicator;

/** Division where the denominator may be 0: no NaN and no infinity leaves a strategy. */
public final class Ratio {

  private Ratio() {}

  /**
   * {@code numerator / denominator}, or {@code neutral} where that is not a finite number.
   *
   * @param neutral what says nothing in the place where the ratio is used
   */
  public static double of(double numerator, double denominator, double neutral) {
    double ratio = numerator / denominator;
    return Double.isFinite(ratio) ? ratio : neutral;
  }
}

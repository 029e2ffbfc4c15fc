package io.mirrorcore.backtest.track;

/**
 * Whether a span is long enough to speak of a year. What two hours brought, raised to the power of
 * the two hours of a year, is a number without a meaning: a hundred million percent of a gain of
 * one.
 */
public final class YearShare {

  /** A quarter of a year: what is shorter is not annualised. */
  public static final double LEAST = 0.25;

  private YearShare() {}

  /** Whether a return over so many bars is told as one of a year. */
  public static boolean isTold(int bars, double barsPerYear) {
    return bars >= LEAST * barsPerYear;
  }
}

package io.mirrorcore.backtest.evidence;

/** Ratios as they are reported: finite, since JSON has no infinity. */
public final class FiniteRatio {

  /** Stands for a ratio without bound: something gained, nothing lost. */
  public static final double UNBOUNDED = 1e6;

  private FiniteRatio() {}

  /** {@code value} within plus or minus {@link #UNBOUNDED}. */
  public static double bounded(double value) {
    return Math.max(-UNBOUNDED, Math.min(UNBOUNDED, value));
  }
}

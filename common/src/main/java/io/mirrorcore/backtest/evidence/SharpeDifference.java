package io.mirrorcore.backtest.evidence;

/**
 * A track's annualised Sharpe ratio less that of equal weight on the same bars.
 *
 * @param value as measured
 * @param low lower end of its interval
 * @param high upper end
 * @param level probability that an interval made this way holds the true difference
 */
public record SharpeDifference(double value, double low, double high, double level) {

  /** Less than this is rounding: two tracks that do the same. */
  private static final double NOTHING = 1e-9;

  /** Whether the interval lies above 0. */
  public boolean liesAboveZero() {
    return low > NOTHING;
  }

  /** Whether the interval lies below 0. */
  public boolean liesBelowZero() {
    return high < -NOTHING;
  }
}

package io.mirrorcore.profile;

/**
 * Volatility that holding the market is scaled by: follows within weeks, and never believes in a
 * calm that the window does not know.
 *
 * <pre>
 *   sigma_H = sqrt(ppy) max( sqrt(sum_t f_t r_t^2), 1/4 sqrt(sum_t r_t^2 / n) )
 *   f         weights of half-life 40 d, adding up to 1
 * </pre>
 */
public final class MarketVolatility {

  /** What the market is brought to where nobody says another, a year. */
  public static final double TARGET = 0.10;

  /** Half-life by which that is decided, days. */
  public static final double HALF_LIFE_DAYS = 40;

  private static final double FLOOR = 0.25;

  private MarketVolatility() {}

  /**
   * sigma_H, annual, 0 or more.
   *
   * @param returns of holding the market, a period each, newest last, 1 or more, finite
   * @param halfLifeDays above 0
   */
  public static double of(double[] returns, TimeScale scale, double halfLifeDays) {
    if (returns.length < 1) {
      throw new IllegalArgumentException("returns must be at least 1; have 0");
    }
    double decay = StrictMath.pow(0.5, scale.daysPerPeriod() / halfLifeDays);
    double weight = 1;
    double weights = 0;
    double recent = 0;
    double all = 0;
    for (int t = returns.length - 1; t >= 0; t--) {
      double square = returns[t] * returns[t];
      recent += weight * square;
      weights += weight;
      all += square;
      weight *= decay;
    }
    double volatility =
        Math.max(Math.sqrt(recent / weights), FLOOR * Math.sqrt(all / returns.length));
    return volatility * Math.sqrt(scale.periodsPerYear());
  }
}

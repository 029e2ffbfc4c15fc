package io.mirrorcore.local.simulator.market;

/**
 * One common cause of prices, the market or a sector: a level in units of an instrument's
 * volatility per bar.
 *
 * <p>level += drift + noise - long pull * level - range pull * (level - anchor). The weak long pull
 * (half-life {@value #HALF_LIFE_BARS} bars) keeps prices in a sane band for ever; the strong one,
 * while the regime is ranging only, makes the level oscillate around where that regime found it.
 */
public final class Factor {

  private static final double HALF_LIFE_BARS = 2000;
  private static final double RANGE_PULL = 0.04;
  private static final double LN_2 = 0.6931471805599453;

  private final RandomStream random;
  private final double pull;
  private double level;
  private double anchor;
  private double tilt;

  /**
   * @param longestPull a lower limit for the pull, from instruments whose bars are so volatile that
   *     the usual half-life would let prices wander too far
   */
  public Factor(RandomStream random, double longestPull) {
    this.random = random;
    this.pull = Math.max(LN_2 / HALF_LIFE_BARS, longestPull);
  }

  /** A new regime begins here, in which this factor drifts by {@code spread} more or less. */
  public void anchor(double spread) {
    anchor = level;
    tilt = spread * random.gaussian();
  }

  public void advance(MarketRegime regime, double drift, double share) {
    double noise = regime.volatility * StrictMath.sqrt(share) * random.gaussian();
    double range = regime.revertsToItsMean() ? RANGE_PULL * (level - anchor) : 0;
    level += drift + (regime.revertsToItsMean() ? 0 : tilt) + noise - pull * level - range;
  }

  public double level() {
    return level;
  }
}

package io.mirrorcore.local.simulator.market;

/**
 * The regimes of the simulated market as a whole: each sets drift, volatility, common movement,
 * spread, depth, activity and option flow of all instruments.
 */
public enum MarketRegime {
  TRENDING_UP(0.10, 0.8, 0.25, 0.30, 2.2, 1.0, 1.1, 0.34, 0.25),
  TRENDING_DOWN(-0.10, 1.0, 0.30, 0.30, 2.6, 0.9, 1.2, 0.64, 0.60),
  RANGING(0, 0.7, 0.10, 0.35, 1.8, 1.2, 0.85, 0.50, 0.35),
  VOLATILE(0, 1.9, 0.50, 0.25, 4.5, 0.6, 1.5, 0.58, 0.70);

  /** Mean change of the market factor per bar, in volatilities of a bar. */
  public final double drift;

  /** Volatility as a multiple of an instrument's own. */
  public final double volatility;

  /** Share of an average instrument's variance that is the market's. */
  public final double marketShare;

  /** Share of it that is the sector's; the rest is its own. */
  public final double sectorShare;

  /** Mean of the quoted spread, in ticks, of an instrument with a price of about 100. */
  public final double spreadTicks;

  /** Size quoted per level as a multiple of the ordinary one. */
  public final double depth;

  /** Number of quotes and trades as a multiple of the ordinary one. */
  public final double activity;

  /** Share of option volume that is puts. */
  public final double putShare;

  /** How much implied volatility falls per unit of log moneyness. */
  public final double skew;

  MarketRegime(
      double drift,
      double volatility,
      double marketShare,
      double sectorShare,
      double spreadTicks,
      double depth,
      double activity,
      double putShare,
      double skew) {
    this.drift = drift;
    this.volatility = volatility;
    this.marketShare = marketShare;
    this.sectorShare = sectorShare;
    this.spreadTicks = spreadTicks;
    this.depth = depth;
    this.activity = activity;
    this.putShare = putShare;
    this.skew = skew;
  }

  public double ownShare() {
    return 1 - marketShare - sectorShare;
  }

  public boolean revertsToItsMean() {
    return this == RANGING;
  }
}

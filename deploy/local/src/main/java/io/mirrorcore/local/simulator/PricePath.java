package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;

/**
 * The value of one instrument at the close of each bar, before spread and tick grid:
 *
 * <pre>
 *   ln value = ln(long-run price) + sigma (market + sector + own)
 * </pre>
 *
 * <p>Its own part returns to zero, so two instruments that have little of it are cointegrated.
 */
final class PricePath {

  private static final double OWN_PULL = 0.006;
  private static final double OWN_PULL_RANGING = 0.03;

  private final RandomStream random;
  private final double growth;
  private final double sigma;
  private final double ownShare;
  private double logPrice;
  private double own;
  private double logValue;

  /**
   * @param sigma ordinary volatility of one bar
   * @param growth of the long-run price in one bar, logarithmic
   */
  PricePath(SimulatedInstrument instrument, double sigma, double growth, RandomStream random) {
    this.random = random;
    this.growth = growth;
    this.sigma = sigma;
    logPrice = StrictMath.log(instrument.price());
    ownShare = instrument.ownShare();
    logValue = logPrice;
  }

  void advance(MarketRegime regime, double factors, double flowDrift) {
    double pull = regime.revertsToItsMean() ? OWN_PULL_RANGING : OWN_PULL;
    double noise = StrictMath.sqrt(regime.ownShare() * ownShare) * random.gaussian();
    own += regime.volatility * (noise + flowDrift) - pull * own;
    logPrice += growth;
    logValue = logPrice + sigma * (factors + own);
  }

  double logValue() {
    return logValue;
  }
}

package io.mirrorcore.local.simulator.option;

import io.mirrorcore.local.simulator.market.MarketRegime;

/**
 * The volatility at which the market values options: it follows the regime with some delay, falls
 * with the strike (steeply when people fear) and smiles at both ends.
 */
final class ImpliedVolatility {

  private static final double MEMORY = 0.95;
  private static final double SMILE = 1.0;
  private static final double LOWEST = 0.05;

  private final double ordinary;
  private double level;
  private double skew = MarketRegime.RANGING.skew;

  ImpliedVolatility(double ordinary) {
    this.ordinary = ordinary;
    level = ordinary;
  }

  /**
   * @param shock standard normal
   */
  void advance(MarketRegime regime, double shock) {
    level = MEMORY * level + (1 - MEMORY) * ordinary * regime.volatility * (1 + 0.1 * shock);
    skew = MEMORY * skew + (1 - MEMORY) * regime.skew;
  }

  double at(double spot, double strike) {
    double moneyness = StrictMath.log(strike / spot);
    return Math.max(LOWEST, level - skew * moneyness + SMILE * moneyness * moneyness);
  }
}

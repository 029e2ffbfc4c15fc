package io.mirrorcore.local.simulator.market;

/**
 * An invented company's share.
 *
 * @param symbol its name at the venue
 * @param sector the sector whose factor it follows
 * @param price its long-run price, positive, at least 50 ticks
 * @param ticksPerUnit ticks of its price grid in one unit of price: 100 for cents, at least 1
 * @param volatility yearly volatility of its price in ordinary times (0.6 is 60 %), positive
 * @param ownShare how much it goes its own way, as a multiple of the average instrument, 0 or more
 * @param hasOptions whether options on it are listed
 */
public record SimulatedInstrument(
    String symbol,
    String sector,
    double price,
    int ticksPerUnit,
    double volatility,
    double ownShare,
    boolean hasOptions) {

  public SimulatedInstrument {
    if (ticksPerUnit < 1) {
      throw new IllegalArgumentException("ticksPerUnit must be at least 1; have " + ticksPerUnit);
    }
    if (!(price * ticksPerUnit >= 50) || Double.isInfinite(price)) {
      throw new IllegalArgumentException("price must be at least 50 ticks; have " + price);
    }
    if (!(volatility > 0 && volatility < 10)) {
      throw new IllegalArgumentException("volatility must be in (0, 10); have " + volatility);
    }
    if (!(ownShare >= 0 && ownShare < 100)) {
      throw new IllegalArgumentException("ownShare must be in [0, 100); have " + ownShare);
    }
  }

  SimulatedInstrument withVolatility(double changed) {
    return new SimulatedInstrument(
        symbol, sector, price, ticksPerUnit, changed, ownShare, hasOptions);
  }
}

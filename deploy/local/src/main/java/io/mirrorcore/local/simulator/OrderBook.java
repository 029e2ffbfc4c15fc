package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.BarConditions;
import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.market.tick.Tick;

/**
 * Random quotes of one instrument: {@value #LEVELS} levels a tick apart on each side of a spread
 * around its value, with sizes that may be larger on one side.
 */
final class OrderBook {

  static final int LEVELS = 5;

  /** Currency quoted per level in ordinary times. */
  private static final double QUOTED_VALUE = 40_000;

  /** The price for which {@link MarketRegime#spreadTicks} is stated, in ticks. */
  private static final double REFERENCE_TICKS = 10_000;

  private static final double FLOW_SPREAD = 0.4;
  private static final double FLOW_DEPTH = 1.4;

  private final SimulatedInstrument instrument;
  private final RandomStream random;

  OrderBook(SimulatedInstrument instrument, RandomStream random) {
    this.instrument = instrument;
    this.random = random;
  }

  /**
   * @param lean (bid - ask) / (bid + ask) of the sizes on average, in (-1, 1)
   */
  Tick quote(long time, double value, double lean, BarConditions bar) {
    double ticks = value * instrument.ticksPerUnit();
    long spread = spreadTicks(ticks, bar);
    long bid = Math.max(LEVELS + 1, (long) Math.floor(ticks - 0.5 * spread + 0.5));
    double size = QUOTED_VALUE / value * bar.regime().depth;
    if (bar.flowSide() != 0) {
      size *= FLOW_DEPTH;
    }
    return Tick.quote(
        instrument.symbol(),
        time,
        side(bid, -1, size * (1 + lean)),
        side(bid + spread, 1, size * (1 - lean)));
  }

  private long spreadTicks(double ticks, BarConditions bar) {
    double mean = bar.regime().spreadTicks * ticks / REFERENCE_TICKS;
    double drawn = mean * random.uniform(0.6, 1.4);
    boolean wide = random.chance(0.08);
    if (bar.flowSide() != 0) {
      drawn *= FLOW_SPREAD;
    } else if (wide) {
      drawn += mean;
    }
    return Math.max(1, Math.round(drawn));
  }

  private double[] side(long best, int away, double size) {
    double[] levels = new double[2 * LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[2 * i] = (double) (best + (long) away * i) / instrument.ticksPerUnit();
      levels[2 * i + 1] = Math.max(1, Math.rint(size * (1 + 0.25 * i) * random.uniform(0.6, 1.4)));
    }
    return levels;
  }
}

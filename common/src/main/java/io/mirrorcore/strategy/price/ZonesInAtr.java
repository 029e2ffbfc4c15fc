package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Atr;
import io.mirrorcore.indicator.VolumeZones;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.TimedLatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The second edition of {@link VolumeSr}: what is near and what is one zone is told in units of the
 * ATR of the newest bar, so that one default serves bars of a minute and of a day.
 */
final class ZonesInAtr implements SymbolStrategy.Machine {

  private static final int ATR_BARS = 14;

  private final VolumeZones zones;
  private final double merge;
  private final double near;
  private final TimedLatch latch;
  private final Atr atr = new Atr(ATR_BARS);

  /**
   * @param zones empty
   * @param merge greatest distance within a zone, in ATR
   * @param near distance that touches a zone, in ATR
   * @param maxHold bars from the newest touch to the exit
   */
  ZonesInAtr(VolumeZones zones, double merge, double near, int maxHold) {
    this.zones = zones;
    this.merge = merge;
    this.near = near;
    latch = TimedLatch.restarting(maxHold);
  }

  @Override
  public Signal onBar(MarketBar market) {
    Bar bar = market.bar();
    atr.add(bar.high(), bar.low(), bar.close());
    double range = atr.hasValue() ? atr.value() : 0;
    zones.addWithin(merge * range, bar.high(), bar.low(), bar.volume());
    return zones.isReady() && atr.isReady() ? decide(bar, near * range) : Signal.WARMUP;
  }

  private Signal decide(Bar bar, double distance) {
    int side = bar.close() > bar.open() ? 1 : bar.close() < bar.open() ? -1 : 0;
    int zone = VolumeSr.touched(zones, bar, side, 0, distance);
    return zone == VolumeSr.NO_ZONE
        ? latch.signal(0, 0, 0, zones.count())
        : latch.signal(side, zones.share(zone), zones.price(zone), zones.count());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    zones.save(out);
    latch.save(out);
    atr.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    zones.load(in);
    latch.load(in);
    atr.load(in);
  }
}

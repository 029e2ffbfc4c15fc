package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.VolumeZones;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.TimedLatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * VOLUME_SR: bounces off the prices where the market turned on much volume; latched, for at most
 * {@code max-hold} bars.
 *
 * <pre>
 *   zones: {@link VolumeZones} of the last lookback bars; support if below the close, else resistance
 *   BUY:  |l - zone| &lt;= near * zone for a support and c &gt; o
 *   SELL: |h - zone| &lt;= near * zone for a resistance and c &lt; o
 *   confidence = the zone's share of all zone volume
 * </pre>
 *
 * <p>A pivot is known only {@code pivot} bars after its bar and acts no earlier: the textbook
 * version marks pivots on the whole series first and so trades on highs that nobody could know yet.
 *
 * <p>"Near" reaches to both sides of the zone, so a dip a little below a support counts and a fall
 * far through it does not. Where several zones qualify the nearest counts. A bar that touches none
 * reports the zone nearest to its close; zone and confidence are 0 where there is no zone, as in a
 * market without volume. {@code merge} and {@code near} are shares of the price, not of its
 * volatility: a zone's width is where orders rest, but bars much shorter than a day want less.
 */
public final class VolumeSr implements SymbolStrategy {

  private static final Parameter LOOKBACK =
      Parameter.integer("lookback", 100, 3, 1000, "bars that a pivot counts");
  private static final Parameter PIVOT =
      Parameter.integer("pivot", 2, 1, 100, "bars on either side that do not exceed a pivot");
  private static final Parameter VOLUME_QUANTILE =
      Parameter.real(
          "volume-quantile", 0.85, 0, 1, "quantile of the pivots' volumes to count from");
  private static final Parameter MERGE =
      Parameter.real("merge", 0.005, 0, 0.5, "distance within a zone, as a share of its price");
  private static final Parameter NEAR =
      Parameter.real(
          "near", 0.0025, 0, 0.5, "distance that touches a zone, as a share of its price");
  private static final Parameter MAX_HOLD =
      Parameter.integer("max-hold", 20, 1, 10_000, "bars from entry to exit");

  private static final int NO_ZONE = -1;

  @Override
  public String id() {
    return "VOLUME_SR";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LOOKBACK, PIVOT, VOLUME_QUANTILE, MERGE, NEAR, MAX_HOLD);
  }

  @Override
  public List<String> attributes() {
    return List.of("zone", "zones");
  }

  @Override
  public List<String> check(Parameters parameters) {
    int lookback = parameters.integer(LOOKBACK);
    int pivot = parameters.integer(PIVOT);
    return lookback > 2 * pivot
        ? List.of()
        : List.of(
            "lookback must be more than twice pivot ("
                + pivot
                + "), or none fits; have "
                + lookback);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double near;
    private final VolumeZones zones;
    private final TimedLatch latch;

    Machine(Parameters parameters) {
      near = parameters.real(NEAR);
      zones =
          new VolumeZones(
              parameters.integer(LOOKBACK),
              parameters.integer(PIVOT),
              parameters.real(VOLUME_QUANTILE),
              parameters.real(MERGE));
      latch = new TimedLatch(parameters.integer(MAX_HOLD));
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      zones.add(bar.high(), bar.low(), bar.volume());
      return zones.isReady() ? decide(bar) : Signal.WARMUP;
    }

    private Signal decide(Bar bar) {
      int side = bar.close() > bar.open() ? 1 : bar.close() < bar.open() ? -1 : 0;
      int touched = side == 0 ? NO_ZONE : touched(bar, side);
      int zone = touched == NO_ZONE ? nearest(bar.close()) : touched;
      double price = zone == NO_ZONE ? 0 : zones.price(zone);
      double share = zone == NO_ZONE ? 0 : zones.share(zone);
      return latch.signal(touched == NO_ZONE ? 0 : side, share, price, zones.count());
    }

    /** The support that the low, or the resistance that the high, came nearest to and near. */
    private int touched(Bar bar, int side) {
      double extreme = side > 0 ? bar.low() : bar.high();
      int best = NO_ZONE;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < zones.count(); i++) {
        double zone = zones.price(i);
        double distance = Math.abs(extreme - zone);
        boolean support = zone < bar.close();
        if (support == (side > 0) && distance <= near * zone && distance < least) {
          best = i;
          least = distance;
        }
      }
      return best;
    }

    private int nearest(double close) {
      int best = NO_ZONE;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < zones.count(); i++) {
        double distance = Math.abs(close - zones.price(i));
        if (distance < least) {
          best = i;
          least = distance;
        }
      }
      return best;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      zones.save(out);
      latch.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      zones.load(in);
      latch.load(in);
    }
  }
}

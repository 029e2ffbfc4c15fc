package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.VolumeZones;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
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
 *
 * <p>Edition 2 ({@link ZonesInAtr}) gives that up: bars of a minute touched a zone all the time and
 * those of a coin hardly ever, against the rule that one default serves all. {@code merge} and
 * {@code near} are in ATR_14 of the bar (entries on 3 % of daily bars; at 0.25 ATR it would be 15
 * %), another touch on the side that is held begins {@code max-hold} anew, and a bar that touches
 * no zone reports none: zone and confidence are 0.
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
  private static final Parameter MERGE_ATR =
      Parameter.real("merge", 0.5, 0, 100, "distance within a zone, in ATR_14");
  private static final Parameter NEAR_ATR =
      Parameter.real("near", 0.05, 0, 100, "distance that touches a zone, in ATR_14");
  private static final Parameter MAX_HOLD =
      Parameter.integer("max-hold", 20, 1, 10_000, "bars from entry to exit");

  static final int NO_ZONE = -1;

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
    return parameters(Edition.DEFAULT);
  }

  @Override
  public List<Parameter> parameters(Edition edition) {
    boolean first = edition == Edition.FIRST;
    return List.of(
        Edition.PARAMETER,
        LOOKBACK,
        PIVOT,
        VOLUME_QUANTILE,
        first ? MERGE : MERGE_ATR,
        first ? NEAR : NEAR_ATR,
        MAX_HOLD);
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
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters)
        : new ZonesInAtr(
            zones(parameters, 0),
            parameters.real(MERGE_ATR),
            parameters.real(NEAR_ATR),
            parameters.integer(MAX_HOLD));
  }

  private static VolumeZones zones(Parameters parameters, double merge) {
    return new VolumeZones(
        parameters.integer(LOOKBACK),
        parameters.integer(PIVOT),
        parameters.real(VOLUME_QUANTILE),
        merge);
  }

  /**
   * The zone that a bar bounced off: of the supports within reach of its low (side +1), or of the
   * resistances within reach of its high (side -1), the nearest.
   *
   * @param share reach as a share of the zone's price
   * @param distance reach beside it, in price units
   */
  static int touched(VolumeZones zones, Bar bar, int side, double share, double distance) {
    double extreme = side > 0 ? bar.low() : bar.high();
    int best = NO_ZONE;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; side != 0 && i < zones.count(); i++) {
      double zone = zones.price(i);
      double away = Math.abs(extreme - zone);
      boolean support = zone < bar.close();
      if (support == (side > 0) && away <= share * zone + distance && away < least) {
        best = i;
        least = away;
      }
    }
    return best;
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double near;
    private final VolumeZones zones;
    private final TimedLatch latch;

    Machine(Parameters parameters) {
      near = parameters.real(NEAR);
      zones = zones(parameters, parameters.real(MERGE));
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
      int touched = touched(zones, bar, side, near, 0);
      int zone = touched == NO_ZONE ? nearest(bar.close()) : touched;
      double price = zone == NO_ZONE ? 0 : zones.price(zone);
      double share = zone == NO_ZONE ? 0 : zones.share(zone);
      return latch.signal(touched == NO_ZONE ? 0 : side, share, price, zones.count());
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

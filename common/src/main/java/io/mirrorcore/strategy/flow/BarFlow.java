package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The second edition of {@link Microstructure}: who trades in this bar, measured by its own past.
 *
 * <pre>
 *   trades:  those of the bar if at least 20, else the newest tick_window of the last 10 bars, or as
 *            many as there are, at least 20; else HOLD, label FEW_TRADES
 *   quotes of the bar &gt; quote_burst * their median:     HOLD, label QUOTE_STUFFING, tested first
 *   tick-bound: over half of the spreads in the history equal their median
 *     if so:  |imbalance| &gt;= max(threshold, its own 0.95-quantile over imbalance-window bars)
 *     else:   |imbalance| &gt; threshold and the spread is compressed
 * </pre>
 *
 * <p>A bar with few trades leaves no imbalance in the history. Kyle's lambda and VPIN are of the
 * same trades.
 */
final class BarFlow implements SymbolStrategy.Machine {

  private static final int FEWEST = 20;
  private static final int RECENT_BARS = 10;
  private static final double RARE = 0.95;

  /**
   * What counts as much.
   *
   * @param imbalance least one, in [0, 1]
   * @param spreadQuantile up to which a spread is compressed
   * @param quoteBurst quotes of a bar, in medians, that are stuffing
   */
  record Limits(double imbalance, double spreadQuantile, double quoteBurst) {}

  /**
   * What it is compared with.
   *
   * @param trades of an imbalance where a bar has few
   * @param spreads quotes
   * @param quoteRates bars
   * @param imbalances bars
   */
  record Windows(int trades, int spreads, int quoteRates, int imbalances) {}

  private final Limits limits;
  private final int tradeWindow;
  private final OrderFlow recent;
  private final Window tradesPerBar = new Window(RECENT_BARS);
  private final RollingQuantile spreads;
  private final RollingQuantile quoteRates;
  private final RollingQuantile imbalances;
  private double newestSpread;

  BarFlow(Limits limits, Windows windows) {
    this.limits = limits;
    tradeWindow = windows.trades();
    recent = new OrderFlow(tradeWindow);
    spreads = new RollingQuantile(windows.spreads());
    quoteRates = new RollingQuantile(windows.quoteRates());
    imbalances = new RollingQuantile(windows.imbalances());
  }

  @Override
  public Signal onBar(MarketBar market) {
    TickBar ticks = market.ticks();
    recent.add(ticks);
    tradesPerBar.add(ticks.trades());
    for (int i = 0; i < ticks.spreads(); i++) {
      newestSpread = ticks.spread(i);
      spreads.add(newestSpread);
    }
    quoteRates.add(ticks.quotes());
    OrderFlow flow = flow(ticks);
    if (flow != null) {
      imbalances.add(Math.abs(flow.imbalance()));
    }
    boolean ready = spreads.isReady() && quoteRates.isReady() && imbalances.isReady();
    return ready ? decide(flow, ticks.quotes(), market.bar().close()) : Signal.WARMUP;
  }

  /** The trades to judge by; null where there are too few. */
  private OrderFlow flow(TickBar ticks) {
    if (ticks.trades() >= FEWEST) {
      return OrderFlow.of(ticks);
    }
    double count = 0;
    for (int i = 0; i < tradesPerBar.size(); i++) {
      count += tradesPerBar.get(i);
    }
    int newest = (int) Math.min(tradeWindow, count);
    return newest >= FEWEST ? recent.newest(newest) : null;
  }

  private Signal decide(OrderFlow flow, double quotes, double price) {
    double imbalance = flow == null ? 0 : flow.imbalance();
    double[] attributes = {
      imbalance,
      newestSpread,
      quotes,
      flow == null ? 0 : flow.kyleLambda(),
      flow == null ? 0 : flow.vpin()
    };
    if (quotes > limits.quoteBurst * quoteRates.median()) {
      return Signal.flat("QUOTE_STUFFING", attributes);
    }
    if (flow == null) {
      return Signal.flat("FEW_TRADES", attributes);
    }
    double confidence = Math.abs(imbalance);
    double side = isOneSided(confidence, price) ? Math.signum(imbalance) : 0;
    Action action = side > 0 ? Action.BUY : side < 0 ? Action.SELL : Action.HOLD;
    return Signal.of(action, side, confidence, attributes);
  }

  private boolean isOneSided(double imbalance, double price) {
    double rounding = Microstructure.ROUNDING_ULPS * Math.ulp(price);
    if (spreads.shareWithin(rounding, spreads.median()) > 0.5) {
      return imbalance >= Math.max(limits.imbalance, imbalances.value(RARE));
    }
    boolean compressed = newestSpread <= spreads.value(limits.spreadQuantile) + rounding;
    return compressed && imbalance > limits.imbalance;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    recent.save(out);
    tradesPerBar.save(out);
    spreads.save(out);
    quoteRates.save(out);
    imbalances.save(out);
    out.writeDouble(newestSpread);
  }

  @Override
  public void load(DataInput in) throws IOException {
    recent.load(in);
    tradesPerBar.load(in);
    spreads.load(in);
    quoteRates.load(in);
    imbalances.load(in);
    newestSpread = in.readDouble();
  }
}

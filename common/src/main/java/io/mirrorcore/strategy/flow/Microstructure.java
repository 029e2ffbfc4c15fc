package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * MICROSTRUCTURE: trades with aggressive traders, while the spread is compressed; level.
 *
 * <pre>
 *   tick_imbalance = (buys - sells) / (buys + sells) over the last tick_window trades
 *   compressed:  newest absolute spread &lt;= its spread_quantile over the last history quotes
 *   quotes of the bar &gt; quote_burst * their median over 100 bars:  HOLD, label QUOTE_STUFFING
 *   else  imbalance &gt; threshold and compressed BUY,  &lt; -threshold and compressed SELL
 *   confidence = |tick_imbalance|
 * </pre>
 *
 * <p>Trades come signed, by the venue's own flag or by Lee and Ready (1991) against the newest
 * quote with a strictly earlier event time. The <em>absolute</em> spread is compared: where it is
 * one tick, as on a liquid market, the relative one only mirrors the price. The textbook version
 * holds back above 10 quotes a second, which is below the normal 50 to 150 of a liquid market, so
 * it would never trade: here the limit is a multiple of the symbol's own median.
 *
 * <p>Ask less bid is not exact in binary: one-tick spreads around 61837.64 differ in the twelfth
 * decimal, and their 0.2-quantile would pick a fifth of them by rounding error. Spreads therefore
 * count as equal within four units in the last place of the price.
 *
 * <p>Edition 2 ({@link BarFlow}): where the spread is one tick, "compressed" holds on 98 % of bars
 * and says nothing; and 100 trades are seconds in one share and hours in another. There the
 * imbalance is that of the bar's own trades, and on a tick-bound market the imbalance has to be
 * rare in its own history instead.
 */
public final class Microstructure implements SymbolStrategy {

  private static final Parameter TICK_WINDOW =
      Parameter.integer("tick-window", 100, 2, 10_000, "trades that the imbalance looks at");
  private static final Parameter IMBALANCE =
      Parameter.real("imbalance", 0.6, 0, 1, "least imbalance of buyers and sellers");
  private static final Parameter SPREAD_QUANTILE =
      Parameter.real("spread-quantile", 0.2, 0, 1, "quantile up to which a spread is compressed");
  private static final Parameter QUOTE_BURST =
      Parameter.real("quote-burst", 5, 1, 1000, "quotes of a bar, in medians, that are stuffing");
  private static final Parameter HISTORY =
      Parameter.integer("history", 1000, 10, 100_000, "quotes that the spread is compared with");

  private static final Parameter RATE_WINDOW =
      Parameter.integer("rate-window", 100, 2, 10_000, "bars of the normal number of quotes");
  private static final Parameter IMBALANCE_WINDOW =
      Parameter.integer(
          "imbalance-window", 250, 2, 10_000, "bars that an imbalance is compared with");
  private static final Parameter BAR_TRADES =
      Parameter.integer("bar-trades", 5000, 20, 100_000, "trades of one bar to look at, newest");

  /** Bars over which the normal number of quotes is taken. */
  private static final int RATE_BARS = 100;

  static final double ROUNDING_ULPS = 4;

  @Override
  public String id() {
    return "MICROSTRUCTURE";
  }

  @Override
  public Input input() {
    return Input.TICKS;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters(Edition.DEFAULT);
  }

  @Override
  public List<Parameter> parameters(Edition edition) {
    return edition == Edition.FIRST
        ? List.of(Edition.PARAMETER, TICK_WINDOW, IMBALANCE, SPREAD_QUANTILE, QUOTE_BURST, HISTORY)
        : List.of(
            Edition.PARAMETER,
            TICK_WINDOW,
            IMBALANCE,
            SPREAD_QUANTILE,
            QUOTE_BURST,
            HISTORY,
            RATE_WINDOW,
            IMBALANCE_WINDOW,
            BAR_TRADES);
  }

  @Override
  public List<String> attributes() {
    return List.of("tick_imbalance", "spread", "quote_rate", "kyle_lambda", "vpin");
  }

  @Override
  public int tradeCapacity(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? parameters.integer(TICK_WINDOW)
        : Math.max(parameters.integer(TICK_WINDOW), parameters.integer(BAR_TRADES));
  }

  @Override
  public int quoteCapacity(Parameters parameters) {
    return parameters.integer(HISTORY);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters)
        : new BarFlow(
            new BarFlow.Limits(
                parameters.real(IMBALANCE),
                parameters.real(SPREAD_QUANTILE),
                parameters.real(QUOTE_BURST)),
            new BarFlow.Windows(
                parameters.integer(TICK_WINDOW),
                parameters.integer(HISTORY),
                parameters.integer(RATE_WINDOW),
                parameters.integer(IMBALANCE_WINDOW)));
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double leastImbalance;
    private final double spreadQuantile;
    private final double quoteBurst;
    private final OrderFlow flow;
    private final RollingQuantile spreads;
    private final RollingQuantile quoteRates = new RollingQuantile(RATE_BARS);
    private double newestSpread;

    Machine(Parameters parameters) {
      leastImbalance = parameters.real(IMBALANCE);
      spreadQuantile = parameters.real(SPREAD_QUANTILE);
      quoteBurst = parameters.real(QUOTE_BURST);
      flow = new OrderFlow(parameters.integer(TICK_WINDOW));
      spreads = new RollingQuantile(parameters.integer(HISTORY));
    }

    @Override
    public Signal onBar(MarketBar market) {
      TickBar ticks = market.ticks();
      flow.add(ticks);
      for (int i = 0; i < ticks.spreads(); i++) {
        newestSpread = ticks.spread(i);
        spreads.add(newestSpread);
      }
      quoteRates.add(ticks.quotes());
      if (!flow.isFull() || !spreads.isReady() || !quoteRates.isReady()) {
        return Signal.WARMUP;
      }
      return decide(ticks.quotes(), isCompressed(market.bar().close()));
    }

    private boolean isCompressed(double price) {
      double rounding = ROUNDING_ULPS * Math.ulp(price);
      return newestSpread <= spreads.value(spreadQuantile) + rounding;
    }

    private Signal decide(double quotes, boolean compressed) {
      double imbalance = flow.imbalance();
      double confidence = Math.abs(imbalance);
      double[] attributes = {imbalance, newestSpread, quotes, flow.kyleLambda(), flow.vpin()};
      if (quotes > quoteBurst * quoteRates.median()) {
        return Signal.flat("QUOTE_STUFFING", attributes);
      }
      if (compressed && imbalance > leastImbalance) {
        return Signal.of(Action.BUY, 1, confidence, attributes);
      }
      if (compressed && imbalance < -leastImbalance) {
        return Signal.of(Action.SELL, -1, confidence, attributes);
      }
      return Signal.of(Action.HOLD, 0, confidence, attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      flow.save(out);
      spreads.save(out);
      quoteRates.save(out);
      out.writeDouble(newestSpread);
    }

    @Override
    public void load(DataInput in) throws IOException {
      flow.load(in);
      spreads.load(in);
      quoteRates.load(in);
      newestSpread = in.readDouble();
    }
  }
}

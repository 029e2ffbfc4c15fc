package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Macd;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * VOLATILITY_REGIME: trades with the trend when volatility is high in its own history, against it
 * when low; level.
 *
 * <pre>
 *   q = rank(SD(r)) over rank-window bars                                label    confidence
 *   q &gt; high: the sign of the MACD histogram                             HIGH     0.7
 *   q &lt; low:  against that sign                                          LOW      0.6
 *   else, or where the histogram is 0: HOLD, confidence 0                MEDIUM
 * </pre>
 *
 * <p>A rank, and not a level of volatility, so that one setting serves every market and bar. Where
 * nothing moved for {@code vol-window} bars there is no volatility to rank: q is 0.5, because the
 * last of many equal zeros would have the highest rank.
 */
public final class VolatilityRegime implements SymbolStrategy {

  private static final Parameter VOL_WINDOW =
      Parameter.integer("vol-window", 20, 2, 1000, "returns of the volatility");
  private static final Parameter RANK_WINDOW =
      Parameter.integer("rank-window", 250, 2, 5000, "bars of the volatility's own history");
  private static final Parameter HIGH =
      Parameter.real("high", 0.8, 0, 1, "rank above which to follow the trend");
  private static final Parameter LOW =
      Parameter.real("low", 0.2, 0, 1, "rank below which to trade against the trend");
  private static final Parameter MACD_FAST =
      Parameter.integer("macd-fast", 12, 1, 1000, "period of MACD's fast average, in bars");
  private static final Parameter MACD_SLOW =
      Parameter.integer("macd-slow", 26, 2, 1000, "period of MACD's slow average, in bars");
  private static final Parameter MACD_SIGNAL =
      Parameter.integer("macd-signal", 9, 1, 1000, "period of MACD's signal line, in bars");

  private static final double FOLLOWING = 0.7;
  private static final double OPPOSING = 0.6;
  private static final double NO_RANK = 0.5;

  @Override
  public String id() {
    return "VOLATILITY_REGIME";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(VOL_WINDOW, RANK_WINDOW, HIGH, LOW, MACD_FAST, MACD_SLOW, MACD_SIGNAL);
  }

  @Override
  public List<String> attributes() {
    return List.of("vol_percentile", "realised_vol", "macd", "macd_signal", "macd_histogram");
  }

  @Override
  public List<String> check(Parameters parameters) {
    List<String> violations = new ArrayList<>();
    double high = parameters.real(HIGH);
    double low = parameters.real(LOW);
    if (low > high) {
      violations.add("low must be at most high (" + high + "), or both hold; have " + low);
    }
    int fast = parameters.integer(MACD_FAST);
    int slow = parameters.integer(MACD_SLOW);
    if (fast >= slow) {
      violations.add("macd-fast must be less than macd-slow (" + slow + "); have " + fast);
    }
    return violations;
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double high;
    private final double low;
    private final StandardDeviation returns;
    private final RollingRank rank;
    private final Macd macd;
    private double previousClose = Double.NaN;

    Machine(Parameters parameters) {
      high = parameters.real(HIGH);
      low = parameters.real(LOW);
      returns = new StandardDeviation(parameters.integer(VOL_WINDOW));
      rank = new RollingRank(parameters.integer(RANK_WINDOW));
      macd =
          new Macd(
              parameters.integer(MACD_FAST),
              parameters.integer(MACD_SLOW),
              parameters.integer(MACD_SIGNAL));
    }

    @Override
    public Signal onBar(MarketBar market) {
      double close = market.bar().close();
      macd.add(close);
      if (!Double.isNaN(previousClose)) {
        returns.add(close / previousClose - 1);
      }
      previousClose = close;
      if (!returns.isReady()) {
        return Signal.WARMUP;
      }
      double volatility = returns.value();
      rank.add(volatility);
      return rank.isReady() && macd.isReady() ? decide(volatility) : Signal.WARMUP;
    }

    private Signal decide(double volatility) {
      double percentile = volatility > 0 ? rank.value() : NO_RANK;
      double histogram = macd.histogram();
      double[] attributes = {percentile, volatility, macd.macd(), macd.signal(), histogram};
      if (percentile > high) {
        return signal("HIGH", Math.signum(histogram), FOLLOWING, attributes);
      }
      if (percentile < low) {
        return signal("LOW", -Math.signum(histogram), OPPOSING, attributes);
      }
      return Signal.flat("MEDIUM", attributes);
    }

    private static Signal signal(
        String label, double side, double confidence, double[] attributes) {
      if (side == 0) {
        return Signal.flat(label, attributes);
      }
      Action action = side > 0 ? Action.BUY : Action.SELL;
      return new Signal(action, side, confidence, label, attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      returns.save(out);
      rank.save(out);
      macd.save(out);
      out.writeDouble(previousClose);
    }

    @Override
    public void load(DataInput in) throws IOException {
      returns.load(in);
      rank.load(in);
      macd.load(in);
      previousClose = in.readDouble();
    }
  }
}

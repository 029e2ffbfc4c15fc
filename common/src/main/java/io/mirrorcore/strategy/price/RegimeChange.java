package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.statistic.BayesianChangePoint;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Latch;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * REGIME_CHANGE: decides anew whenever the distribution of the returns has changed; latched for
 * half a window.
 *
 * <pre>
 *   {@link BayesianChangePoint} on r; change: P(run length &lt;= 5) &gt; change_probability,
 *   and it was not so the bar before
 *   at a change, from the last n = window / 2 returns:
 *     SD_n &gt; 0 and rank_250(SD_n) &gt; 0.8      HIGH_VOLATILITY   no position
 *     |mean| / (SD_n / sqrt n) &gt; 2           TRENDING          the sign of the mean
 *     else                                    RANGING           against the sign of c - SMA_20(c)
 *   confidence = P(run length &lt;= 5); run_length: the most probable one
 * </pre>
 *
 * <p>The decision holds for n bars or until the next change, which replaces it: a change to high
 * volatility ends a position, because the regime in which it was taken is over. The label names the
 * regime as long as its decision holds. Warm-up is {@code window} bars; until there are 250
 * deviations the rank is among those so far.
 *
 * <p>Edition 2 ({@link SettledRegime}) waits: at a change at most five of the 25 returns that the
 * first judges by follow it, so that 90 to 95 % of new regimes were RANGING whatever they were. A
 * change ends the position, and ten bars into its run the new regime is judged by what the
 * hypothesis "the run is ten bars old" has learned of it.
 */
public final class RegimeChange implements SymbolStrategy {

  private static final Parameter HAZARD =
      Parameter.real("hazard", 0.01, 1e-6, 0.5, "probability of a change at any one bar");
  private static final Parameter RUN_CAP =
      Parameter.integer("run-cap", 200, 10, 2000, "longest run told apart, in bars");
  private static final Parameter CHANGE_PROBABILITY =
      Parameter.real(
          "change-probability", 0.5, 0.01, 0.99, "probability of a young run that is a change");
  private static final Parameter WINDOW =
      Parameter.integer("window", 50, 10, 1000, "bars before the first change; half is judged");

  static final int YOUNG_RUN = 5;
  static final int MEAN_BARS = 20;
  static final int RANK_BARS = 250;
  private static final double HIGH_RANK = 0.8;
  static final double TREND_T = 2;

  /** Names are labels, and are saved. */
  enum Regime {
    NONE,
    HIGH_VOLATILITY,
    TRENDING,
    RANGING
  }

  @Override
  public String id() {
    return "REGIME_CHANGE";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Edition.PARAMETER, HAZARD, RUN_CAP, CHANGE_PROBABILITY, WINDOW);
  }

  @Override
  public List<String> attributes() {
    return List.of("change_probability", "run_length");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters)
        : new SettledRegime(
            new BayesianChangePoint(parameters.real(HAZARD), parameters.integer(RUN_CAP)),
            parameters.real(CHANGE_PROBABILITY),
            parameters.integer(WINDOW));
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double changeProbability;
    private final int window;
    private final int half;
    private final BayesianChangePoint changePoint;
    private final StandardDeviation returns;
    private final RollingRank deviations = new RollingRank(RANK_BARS);
    private final Sma closes = new Sma(MEAN_BARS);
    private final Latch latch = new Latch();
    private double previousClose = Double.NaN;
    private int bars;
    private boolean young;
    private Regime regime = Regime.NONE;
    private int barsLeft;

    Machine(Parameters parameters) {
      changeProbability = parameters.real(CHANGE_PROBABILITY);
      window = parameters.integer(WINDOW);
      half = window / 2;
      changePoint = new BayesianChangePoint(parameters.real(HAZARD), parameters.integer(RUN_CAP));
      returns = new StandardDeviation(half);
    }

    @Override
    public Signal onBar(MarketBar market) {
      double close = market.bar().close();
      closes.add(close);
      if (!Double.isNaN(previousClose)) {
        learn(close / previousClose - 1);
      }
      previousClose = close;
      bars = Math.min(bars + 1, window);
      double probability = changePoint.probabilityOfRunUpTo(YOUNG_RUN);
      boolean wasYoung = young;
      young = probability > changeProbability;
      boolean ready = bars >= window && closes.isReady();
      return ready ? decide(close, young && !wasYoung, probability) : Signal.WARMUP;
    }

    private void learn(double change) {
      changePoint.add(change);
      returns.add(change);
      if (returns.isReady()) {
        deviations.add(returns.value());
      }
    }

    private Signal decide(double close, boolean change, double probability) {
      barsLeft = change ? half : Math.max(0, barsLeft - 1);
      if (change) {
        regime = judge();
      }
      int side = change ? side(close) : 0;
      boolean exit = change || barsLeft == 0;
      Signal signal =
          latch.signal(side, exit, probability, probability, changePoint.mostProbableRun());
      if (barsLeft == 0) {
        regime = Regime.NONE;
        return signal;
      }
      return new Signal(
          signal.action(),
          signal.position(),
          signal.confidence(),
          regime.name(),
          signal.attributes());
    }

    private Regime judge() {
      double deviation = returns.value();
      if (deviation > 0 && deviations.value() > HIGH_RANK) {
        return Regime.HIGH_VOLATILITY;
      }
      double t = Ratio.of(returns.mean() * Math.sqrt(half), deviation, 0);
      return Math.abs(t) > TREND_T ? Regime.TRENDING : Regime.RANGING;
    }

    private int side(double close) {
      return switch (regime) {
        case TRENDING -> (int) Math.signum(returns.mean());
        case RANGING -> (int) Math.signum(closes.value() - close);
        case NONE, HIGH_VOLATILITY -> 0;
      };
    }

    @Override
    public void save(DataOutput out) throws IOException {
      changePoint.save(out);
      returns.save(out);
      deviations.save(out);
      closes.save(out);
      latch.save(out);
      out.writeDouble(previousClose);
      out.writeInt(bars);
      out.writeBoolean(young);
      out.writeUTF(regime.name());
      out.writeInt(barsLeft);
    }

    @Override
    public void load(DataInput in) throws IOException {
      changePoint.load(in);
      returns.load(in);
      deviations.load(in);
      closes.load(in);
      latch.load(in);
      previousClose = in.readDouble();
      bars = in.readInt();
      young = in.readBoolean();
      regime = Regime.valueOf(in.readUTF());
      barsLeft = in.readInt();
    }
  }
}

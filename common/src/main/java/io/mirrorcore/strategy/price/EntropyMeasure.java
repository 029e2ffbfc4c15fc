package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.indicator.statistic.Entropies;
import io.mirrorcore.indicator.statistic.HistogramEntropy;
import io.mirrorcore.indicator.statistic.RobustEntropy;
import io.mirrorcore.indicator.statistic.Uncertainty;
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
import java.util.ArrayList;
import java.util.List;

/**
 * ENTROPY_MEASURE: momentum, sized by how orderly the returns are; level.
 *
 * <pre>
 *   H = {@link HistogramEntropy} of the last window returns, u = rank(H) over rank-window bars
 *   change = H_20 now - H_20 one bar ago       H_20: entropy of the last 20 returns
 *     u &gt; high                                  HIGH_UNCERTAINTY   size 0
 *     |change| &gt; surprise SD_100(change)        REGIME_CHANGE      size 0.25
 *     u &lt; low                                   LOW_UNCERTAINTY    size 1
 *     else                                      NORMAL             size 0.5
 *   position = size * sign of the return over 20 bars,  confidence = 1 - u
 * </pre>
 *
 * <p>The textbook's thresholds of 0.85 and 0.4 are for the normalised entropy, which on real daily
 * returns lies in 0.56 to 0.92 and never below 0.4: here they are for its rank in its own history.
 * For the same reason a surprise is a number of standard deviations and not 0.3 bits. Where all
 * returns of the window are equal there are no bins and no rank: u is 0.5, for among many equal
 * zeros the last would have the highest rank of all.
 *
 * <p>Edition 2 lays the bins by the median and the robust scale of the last rank-window returns
 * ({@link RobustEntropy}). Bins between the least and the greatest return measure the largest
 * outlier: LOW_UNCERTAINTY was followed by <em>higher</em> volatility, for after a crash everything
 * else shares a few bins and the strategy took its whole size. In the new bins the volatility of
 * the next 20 bars, in the series' own, is 0.69 after LOW and 0.83 after HIGH. The window is 50,
 * for what it measures is now and not a year of it; entropies that differ by rounding rank as
 * equal.
 */
public final class EntropyMeasure implements SymbolStrategy {

  private static final Parameter WINDOW =
      Parameter.integer("window", 100, 2, 5000, "returns of the entropy");
  private static final Parameter BINS =
      Parameter.integer("bins", 20, 2, 1000, "bins between the least and the greatest return");
  private static final Parameter SHORTER_WINDOW =
      Parameter.integer("window", 50, 20, 5000, "returns of the entropy");
  private static final Parameter ROBUST_BINS =
      Parameter.integer("bins", 20, 2, 1000, "bins of 0.4 robust deviations");
  private static final Parameter RANK_WINDOW =
      Parameter.integer("rank-window", 250, 2, 5000, "bars of the entropy's own history");
  private static final Parameter HIGH =
      Parameter.real("high", 0.85, 0, 1, "rank above which to stay out");
  private static final Parameter LOW =
      Parameter.real("low", 0.4, 0, 1, "rank below which to take a whole position");
  private static final Parameter SURPRISE =
      Parameter.real("surprise", 3, 0.1, 100, "change that is a surprise, in its deviations");

  @Override
  public String id() {
    return "ENTROPY_MEASURE";
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
        first ? WINDOW : SHORTER_WINDOW,
        first ? BINS : ROBUST_BINS,
        RANK_WINDOW,
        HIGH,
        LOW,
        SURPRISE);
  }

  @Override
  public List<String> attributes() {
    return List.of("entropy", "entropy_normalised", "entropy_rank", "entropy_change");
  }

  @Override
  public List<String> check(Parameters parameters) {
    List<String> violations = new ArrayList<>();
    double high = parameters.real(HIGH);
    double low = parameters.real(LOW);
    if (low > high) {
      violations.add("low must be at most high (" + high + "), or both hold; have " + low);
    }
    int history = parameters.integer(RANK_WINDOW);
    int least = Math.max(Uncertainty.SHORT, parameters.integer(WINDOW));
    if (parameters.edition() == Edition.SECOND && history < least) {
      violations.add(
          RANK_WINDOW.name()
              + " must be at least window and "
              + Uncertainty.SHORT
              + " in edition 2, whose bins it lays; have "
              + history);
    }
    return violations;
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final Window closes = new Window(Uncertainty.SHORT + 1);
    private final Uncertainty uncertainty;

    Machine(Parameters parameters) {
      int rankWindow = parameters.integer(RANK_WINDOW);
      uncertainty =
          new Uncertainty(
              entropies(parameters),
              parameters.edition() == Edition.FIRST
                  ? new RollingRank(rankWindow)
                  : RollingRank.withTies(rankWindow),
              new Uncertainty.Thresholds(
                  parameters.real(HIGH), parameters.real(LOW), parameters.real(SURPRISE)));
    }

    private static Entropies entropies(Parameters parameters) {
      int window = parameters.integer(WINDOW);
      int bins = parameters.integer(BINS);
      int part = Uncertainty.SHORT;
      return parameters.edition() == Edition.FIRST
          ? new Entropies.OfTheirRange(
              new HistogramEntropy(window, bins), new HistogramEntropy(part, bins))
          : new Entropies.OfTheirHistory(
              new RobustEntropy(parameters.integer(RANK_WINDOW), bins), window, part);
    }

    @Override
    public Signal onBar(MarketBar market) {
      double close = market.bar().close();
      if (closes.size() > 0) {
        uncertainty.add(close / closes.newest() - 1);
      }
      closes.add(close);
      return uncertainty.isReady() ? decide(uncertainty.level()) : Signal.WARMUP;
    }

    private Signal decide(Uncertainty.Level level) {
      double momentum = closes.newest() - closes.oldest();
      double size = level.size();
      double position = momentum > 0 ? size : momentum < 0 ? -size : 0;
      Action action = position > 0 ? Action.BUY : position < 0 ? Action.SELL : Action.HOLD;
      double bits = uncertainty.bits();
      double rank = uncertainty.rank();
      double[] attributes = {bits, bits / uncertainty.mostBits(), rank, uncertainty.change()};
      return new Signal(action, action.direction() * size, 1 - rank, level.name(), attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      closes.save(out);
      uncertainty.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      closes.load(in);
      uncertainty.load(in);
    }
  }
}

package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Ema;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Rsi;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Latch;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.price.learning.ActionValues;
import io.mirrorcore.strategy.price.learning.CautiousQTable;
import io.mirrorcore.strategy.price.learning.QTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * RL_AGENT: Q-learning that takes the action which has paid best, after costs, in market states
 * like the present one; it holds a position of its own.
 *
 * <pre>
 *   market state m = 9 trend + 3 momentum + volatility, each 0, 1 or 2:
 *     trend       sign of EMA_5 - EMA_20, middle within 0.25 SD_20(c)
 *     momentum    RSI_14 below 30, between, above 70
 *     volatility  rank_250(SD_20(r)) up to 1/3, up to 2/3, above
 *   one bar later, for every own position p and action a, with m' the new state ({@link QTable}):
 *     Q[m, p, a] += alpha (a r / SD_20(r) - cost |a - p| / SD_20(r) + gamma max Q[m', a, .] - Q)
 *   acts greedily on Q[m', p, .]; ties keep the position
 *   confidence = (best - second) / (best - worst), 0 where all are equal
 * </pre>
 *
 * <p>Returns and costs are in units of the series' own volatility. That includes the present bar's
 * return, which bounds what one extreme bar can teach. Where nothing moved for 20 bars there is no
 * unit, and the bar counts as neither gain nor cost. There is no exploration: the textbook
 * version's random actions cost money, make two runs differ, and only find out what {@link QTable}
 * computes without them.
 *
 * <p>The agent learns for {@code warmup} bars from its first market state on before it acts. Table
 * and position survive restarts. The attributes q_long, q_flat and q_short are the values for the
 * position held before the bar.
 *
 * <p>Edition 2 ({@link CautiousQTable}): at a constant rate the noise of Q is above any edge, and
 * an agent that acts on it is flat on 0.03 % of bars. There the rate falls to {@code
 * learning-rate}, and the position is left only for what is surely better. The cost is the
 * ledger's, {@code returns.cost}, unless it is set: an agent that reckons with another learns for
 * another market.
 */
public final class RlAgent implements SymbolStrategy {

  private static final Parameter LEARNING_RATE =
      Parameter.real("learning-rate", 0.1, 1e-4, 1, "share of each error that is corrected");
  private static final Parameter DISCOUNT =
      Parameter.real("discount", 0.9, 0, 0.999, "worth today of what is earned one bar later");
  private static final Parameter COST =
      Parameter.real("cost", 0.0005, 0, 0.1, "cost of a trade, as a share of its value");
  private static final Parameter LEAST_RATE =
      Parameter.real("learning-rate", 0.01, 1e-4, 1, "least share of an error that is corrected");
  private static final Parameter LEDGER_COST =
      Parameter.real("cost", 0.0002, 0, 0.1, "cost of a trade; unless set, that of the ledger");
  private static final Parameter WARMUP =
      Parameter.integer("warmup", 100, 0, 100_000, "bars to learn from before acting");

  private static final int STATES = 27;
  private static final int SCALE_BARS = 20;
  private static final double DEAD_BAND = 0.25;
  private static final double OVERSOLD = 30;
  private static final double OVERBOUGHT = 70;
  private static final int NO_STATE = -1;

  @Override
  public String id() {
    return "RL_AGENT";
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
    return edition == Edition.FIRST
        ? List.of(Edition.PARAMETER, LEARNING_RATE, DISCOUNT, COST, WARMUP)
        : List.of(Edition.PARAMETER, LEAST_RATE, DISCOUNT, LEDGER_COST, WARMUP);
  }

  @Override
  public Optional<Parameter> tradingCost(Edition edition) {
    return edition == Edition.FIRST ? Optional.empty() : Optional.of(LEDGER_COST);
  }

  @Override
  public List<String> attributes() {
    return List.of("q_long", "q_flat", "q_short", "market_state");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double cost;
    private final int warmup;
    private final Ema fast = new Ema(5);
    private final Ema slow = new Ema(20);
    private final StandardDeviation closes = new StandardDeviation(SCALE_BARS);
    private final StandardDeviation returns = new StandardDeviation(SCALE_BARS);
    private final RollingRank volatility = new RollingRank(250);
    private final Rsi rsi = new Rsi(14);
    private final ActionValues table;
    private final Latch latch = new Latch();
    private double previousClose = Double.NaN;
    private int previousState = NO_STATE;
    private int lessons;

    Machine(Parameters parameters) {
      cost = parameters.real(COST);
      warmup = parameters.integer(WARMUP);
      table = table(parameters);
    }

    private static ActionValues table(Parameters parameters) {
      double rate = parameters.real(LEARNING_RATE);
      double discount = parameters.real(DISCOUNT);
      return parameters.edition() == Edition.FIRST
          ? new QTable(STATES, rate, discount)
          : new CautiousQTable(STATES, rate, discount);
    }

    @Override
    public Signal onBar(MarketBar market) {
      double close = market.bar().close();
      double change = Double.isNaN(previousClose) ? 0 : close / previousClose - 1;
      if (!Double.isNaN(previousClose)) {
        returns.add(change);
      }
      previousClose = close;
      fast.add(close);
      slow.add(close);
      closes.add(close);
      rsi.add(close);
      if (!returns.isReady()) {
        return Signal.WARMUP;
      }
      double deviation = returns.value();
      volatility.add(deviation);
      return isReady() ? step(change, deviation) : Signal.WARMUP;
    }

    private boolean isReady() {
      return fast.isReady() && slow.isReady() && rsi.isReady() && volatility.isReady();
    }

    private Signal step(double change, double deviation) {
      int state = 9 * trend() + 3 * momentum() + third(volatility.value());
      if (previousState != NO_STATE) {
        double gain = Ratio.of(change, deviation, 0);
        table.learn(previousState, state, gain, Ratio.of(cost, deviation, 0));
        lessons = Math.min(lessons + 1, warmup);
      }
      boolean acts = previousState != NO_STATE && lessons >= warmup;
      previousState = state;
      return acts ? act(state) : Signal.WARMUP;
    }

    private int trend() {
      double spread = fast.value() - slow.value();
      double band = DEAD_BAND * closes.value();
      return spread > band ? 2 : spread < -band ? 0 : 1;
    }

    private int momentum() {
      return rsi.value() > OVERBOUGHT ? 2 : rsi.value() < OVERSOLD ? 0 : 1;
    }

    private static int third(double rank) {
      return rank > 2.0 / 3 ? 2 : rank > 1.0 / 3 ? 1 : 0;
    }

    private Signal act(int state) {
      int held = latch.position();
      double bought = table.value(state, held, 1);
      double flat = table.value(state, held, 0);
      double sold = table.value(state, held, -1);
      double best = Math.max(flat, Math.max(bought, sold));
      double worst = Math.min(flat, Math.min(bought, sold));
      double second = Math.max(Math.min(bought, sold), Math.min(flat, Math.max(bought, sold)));
      double confidence = Math.min(1, Ratio.of(best - second, best - worst, 0));
      int action = table.choose(state, held);
      return latch.signal(action, action == 0, confidence, bought, flat, sold, state);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      fast.save(out);
      slow.save(out);
      closes.save(out);
      returns.save(out);
      volatility.save(out);
      rsi.save(out);
      table.save(out);
      latch.save(out);
      out.writeDouble(previousClose);
      out.writeInt(previousState);
      out.writeInt(lessons);
    }

    @Override
    public void load(DataInput in) throws IOException {
      fast.load(in);
      slow.load(in);
      closes.load(in);
      returns.load(in);
      volatility.load(in);
      rsi.load(in);
      table.load(in);
      latch.load(in);
      previousClose = in.readDouble();
      previousState = in.readInt();
      lessons = in.readInt();
    }
  }
}

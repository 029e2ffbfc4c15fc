package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.indicator.statistic.BayesianChangePoint;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Latch;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.price.RegimeChange.Regime;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The second edition of {@link RegimeChange}: a new regime is judged when there is something of it.
 *
 * <pre>
 *   at a change: no position, label CHANGE; age = the most probable run length of 0 .. 5
 *   then one older a bar; at age n = 10, from the hypothesis "run length 10" with m, beta, alpha:
 *     SD = sqrt(beta / alpha)
 *     |m| / (SD / sqrt n) &gt; 2                                  TRENDING          the sign of m
 *     share of the last 250 SD_(window/2) &lt;= SD &gt; 0.95         HIGH_VOLATILITY   no position
 *     else                                                      RANGING           against c - SMA_20(c)
 *   position and label last window bars, or until the next change
 * </pre>
 *
 * <p>TRENDING comes first: a trend is what a strategy can follow, in a volatile market too.
 */
final class SettledRegime implements SymbolStrategy.Machine {

  private static final int SETTLED_AGE = 10;
  private static final double HIGH_SHARE = 0.95;
  private static final String CHANGE = "CHANGE";

  /** Age of a regime that has been judged, or of none. */
  private static final int SETTLED = -1;

  private final BayesianChangePoint changePoint;
  private final double changeProbability;
  private final int window;
  private final StandardDeviation returns;
  private final Window deviations = new Window(RegimeChange.RANK_BARS);
  private final Sma closes = new Sma(RegimeChange.MEAN_BARS);
  private final Latch latch = new Latch();
  private double previousClose = Double.NaN;
  private int bars;
  private boolean young;
  private int age = SETTLED;
  private Regime regime = Regime.NONE;
  private int barsLeft;

  /**
   * @param changePoint empty
   * @param changeProbability of a young run that is a change
   * @param window bars before the first change and of a position
   */
  SettledRegime(BayesianChangePoint changePoint, double changeProbability, int window) {
    this.changePoint = changePoint;
    this.changeProbability = changeProbability;
    this.window = window;
    returns = new StandardDeviation(window / 2);
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
    double probability = changePoint.probabilityOfRunUpTo(RegimeChange.YOUNG_RUN);
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
    barsLeft = Math.max(0, barsLeft - 1);
    int side = change ? begin() : grow(close);
    boolean over = barsLeft == 0 && side == 0;
    if (over) {
      regime = Regime.NONE;
    }
    Signal signal =
        latch.signal(side, over, probability, probability, changePoint.mostProbableRun());
    return signal.label().isEmpty() ? named(signal) : signal;
  }

  /** A change: nothing is known of the new regime yet. */
  private int begin() {
    age = changePoint.mostProbableRunUpTo(RegimeChange.YOUNG_RUN);
    regime = Regime.NONE;
    barsLeft = 0;
    return 0;
  }

  /** The side to enter at this bar, on which a regime may have become old enough to judge. */
  private int grow(double close) {
    if (age == SETTLED || ++age < SETTLED_AGE) {
      return 0;
    }
    age = SETTLED;
    regime = judge();
    int side =
        switch (regime) {
          case TRENDING -> (int) Math.signum(changePoint.mean(SETTLED_AGE));
          case RANGING -> (int) Math.signum(closes.value() - close);
          case NONE, HIGH_VOLATILITY -> 0;
        };
    barsLeft = window;
    return side;
  }

  private Regime judge() {
    double mean = changePoint.mean(SETTLED_AGE);
    double deviation = changePoint.deviation(SETTLED_AGE);
    double t = Ratio.of(mean * Math.sqrt(SETTLED_AGE), deviation, 0);
    if (Math.abs(t) > RegimeChange.TREND_T) {
      return Regime.TRENDING;
    }
    return shareUpTo(deviation) > HIGH_SHARE ? Regime.HIGH_VOLATILITY : Regime.RANGING;
  }

  private double shareUpTo(double deviation) {
    int count = 0;
    for (int i = 0; i < deviations.size(); i++) {
      count += deviations.get(i) <= deviation ? 1 : 0;
    }
    return Ratio.of(count, deviations.size(), 0);
  }

  private Signal named(Signal signal) {
    String label = age != SETTLED ? CHANGE : regime == Regime.NONE ? "" : regime.name();
    return new Signal(
        signal.action(), signal.position(), signal.confidence(), label, signal.attributes());
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
    out.writeInt(age);
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
    age = in.readInt();
    regime = Regime.valueOf(in.readUTF());
    barsLeft = in.readInt();
  }
}

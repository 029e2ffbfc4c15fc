package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Macd;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Rsi;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.market.Bar;
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
 * BAYESIAN_UPDATER: a belief that the market is bullish, moved by three pieces of evidence a bar;
 * level.
 *
 * <pre>
 *   before each bar: L = L0 + memory (L - L0)            L: log-odds, L0 the prior's
 *   evidence with confidence k in [0, 1], each adding +-ln((0.7 + 0.3 k) / (0.3 - 0.2 k)):
 *     RSI_14            BUY below 30, SELL above 70      k = |rsi - 50| / 50
 *     MACD histogram    its sign                         k = |histogram| / SD_20(c)
 *     volume            sign of r if v &gt; 1.5 mean_20 v   k = (v / mean_20 v) / 3
 *   P = 1 / (1 + e^-L):  &gt; strong STRONG_BUY 1, &gt; weak BUY 0.6, mirrored for 1 - P
 *   confidence = max(P, 1 - P)
 *   evidence_rsi, evidence_macd, evidence_volume: what each has added to L at this bar
 * </pre>
 *
 * <p>The textbook version is wrong twice. Without the decay the belief saturates: after some
 * hundred bars of evidence nothing can turn it again. And it takes neutral evidence for a SELL,
 * which is a bias: here neutral evidence changes nothing. Where the closes have not moved for 20
 * bars there is no unit for the histogram, which then counts as neutral.
 *
 * <p>Edition 2: {@code ln((0.5 + 0.5 k) / (0.5 - 0.4 k))} times {@code weight}. In the first,
 * evidence of no confidence at all still has the ratio 0.7 / 0.3: a histogram of 1e-9 saturates the
 * belief, and 88 % of real bars are STRONG. Here k = 0 says nothing, and certainty is the guide's
 * 1.0 against 0.1. The weight, because the evidence of one bar is nearly that of the bar before and
 * may not be counted as new: with a quarter of it 14 % of bars are STRONG.
 */
public final class BayesianUpdater implements SymbolStrategy {

  private static final Parameter PRIOR =
      Parameter.real("prior", 0.5, 0.01, 0.99, "probability of a bullish market before evidence");
  private static final Parameter MEMORY =
      Parameter.real("memory", 0.9, 0, 0.999, "share of the log-odds kept from bar to bar");
  private static final Parameter STRONG =
      Parameter.real("strong", 0.75, 0.5, 1, "probability above which to take a whole position");
  private static final Parameter WEAK =
      Parameter.real("weak", 0.6, 0.5, 1, "probability above which to take a position of 0.6");

  private static final Parameter WEIGHT =
      Parameter.real("weight", 0.25, 0.001, 1, "share of a bar's evidence that is news");

  private static final int SCALE_BARS = 20;
  private static final double WEAK_POSITION = 0.6;
  private static final double BURST = 1.5;
  private static final double SURE_BURST = 3;

  @Override
  public String id() {
    return "BAYESIAN_UPDATER";
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
        ? List.of(Edition.PARAMETER, PRIOR, MEMORY, STRONG, WEAK)
        : List.of(Edition.PARAMETER, PRIOR, MEMORY, STRONG, WEAK, WEIGHT);
  }

  @Override
  public List<String> attributes() {
    return List.of(
        "probability_bullish",
        "rsi",
        "macd_histogram",
        "evidence_rsi",
        "evidence_macd",
        "evidence_volume");
  }

  @Override
  public List<String> check(Parameters parameters) {
    double strong = parameters.real(STRONG);
    double weak = parameters.real(WEAK);
    return weak <= strong
        ? List.of()
        : List.of(
            "weak must be at most strong (" + strong + "), or it is never used; have " + weak);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double priorLogOdds;
    private final double memory;
    private final double strong;
    private final double weak;
    private final Edition edition;
    private final double weight;
    private final Rsi rsi = new Rsi(14);
    private final Macd macd = new Macd(12, 26, 9);
    private final StandardDeviation closes = new StandardDeviation(SCALE_BARS);
    private final Sma volumes = new Sma(SCALE_BARS);
    private double previousClose = Double.NaN;
    private double logOdds;

    Machine(Parameters parameters) {
      double prior = parameters.real(PRIOR);
      priorLogOdds = StrictMath.log(prior / (1 - prior));
      memory = parameters.real(MEMORY);
      strong = parameters.real(STRONG);
      weak = parameters.real(WEAK);
      edition = parameters.edition();
      weight = edition == Edition.FIRST ? 1 : parameters.real(WEIGHT);
      logOdds = priorLogOdds;
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      rsi.add(bar.close());
      macd.add(bar.close());
      closes.add(bar.close());
      volumes.add(bar.volume());
      boolean ready = rsi.isReady() && macd.isReady() && closes.isReady() && volumes.isReady();
      Signal signal = ready ? update(bar) : Signal.WARMUP;
      previousClose = bar.close();
      return signal;
    }

    private Signal update(Bar bar) {
      logOdds = priorLogOdds + memory * (logOdds - priorLogOdds);
      double ofRsi = fromRsi();
      double ofMacd = fromMacd();
      double ofVolume = fromVolume(bar);
      logOdds += ofRsi + ofMacd + ofVolume;
      double bullish = 1 / (1 + StrictMath.exp(-logOdds));
      return decide(
          bullish, new double[] {bullish, rsi.value(), macd.histogram(), ofRsi, ofMacd, ofVolume});
    }

    private double fromRsi() {
      double confidence = Math.abs(rsi.value() - 50) / 50;
      return evidence(rsi.value() < 30 ? 1 : rsi.value() > 70 ? -1 : 0, confidence);
    }

    private double fromMacd() {
      double scale = closes.value();
      double histogram = macd.histogram();
      double side = scale > 0 ? Math.signum(histogram) : 0;
      return evidence(side, Ratio.of(Math.abs(histogram), scale, 0));
    }

    private double fromVolume(Bar bar) {
      double ratio = Ratio.of(bar.volume(), volumes.value(), 0);
      double side = ratio > BURST ? Math.signum(bar.close() - previousClose) : 0;
      return evidence(side, ratio / SURE_BURST);
    }

    /** Log of the likelihood ratio, bullish to bearish, as far as it is news. */
    private double evidence(double side, double confidence) {
      double k = Math.min(1, confidence);
      double ratio =
          edition == Edition.FIRST
              ? (0.7 + 0.3 * k) / (0.3 - 0.2 * k)
              : (0.5 + 0.5 * k) / (0.5 - 0.4 * k);
      return weight * (side * StrictMath.log(ratio));
    }

    private Signal decide(double bullish, double[] attributes) {
      double bearish = 1 - bullish;
      double confidence = Math.max(bullish, bearish);
      if (bullish > strong) {
        return Signal.of(Action.STRONG_BUY, 1, confidence, attributes);
      }
      if (bullish > weak) {
        return Signal.of(Action.BUY, WEAK_POSITION, confidence, attributes);
      }
      if (bearish > strong) {
        return Signal.of(Action.STRONG_SELL, -1, confidence, attributes);
      }
      if (bearish > weak) {
        return Signal.of(Action.SELL, -WEAK_POSITION, confidence, attributes);
      }
      return Signal.of(Action.HOLD, 0, confidence, attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      rsi.save(out);
      macd.save(out);
      closes.save(out);
      volumes.save(out);
      out.writeDouble(previousClose);
      out.writeDouble(logOdds);
    }

    @Override
    public void load(DataInput in) throws IOException {
      rsi.load(in);
      macd.load(in);
      closes.load(in);
      volumes.load(in);
      previousClose = in.readDouble();
      logOdds = in.readDouble();
    }
  }
}

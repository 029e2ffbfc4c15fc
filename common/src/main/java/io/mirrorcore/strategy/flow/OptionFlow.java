package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.option.OptionPrint;
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
 * OPTION_FLOW: trades with the flow of calls or puts, where the skew agrees; level.
 *
 * <pre>
 *   pcr  = puts / calls traded over the last window bars, 1 where no calls
 *   skew = mean iv of puts below 0.95 moneyness less that of calls above 1.05
 *   gex  = sum of sign * gamma * OI * multiplier * spot^2 * 0.01      (currency per 1 % move)
 *   BUY:  pcr &lt; low_pcr  and skew below its own median
 *   SELL: pcr &gt; high_pcr and skew above put_skew and above its own median
 *   else  rank(|gex|) &gt; gamma_rank: HOLD, label PIN_RISK;  else HOLD, label NEUTRAL
 *   confidence = min(1, |ln pcr|)
 * </pre>
 *
 * <p>An equity's skew is structurally positive: the textbook version's {@code skew < 0} would never
 * buy, hence the median of its own history. Sources disagree on which side dealers hold, so the
 * signs of calls and puts are configuration. Without puts or without calls to take the skew from
 * there is neither BUY nor SELL; a gamma exposure of 0 is no PIN_RISK. The spot is that of the
 * bar's newest print that names one (strikes are not adjusted for splits, closes may be), else the
 * close.
 *
 * <p>Warm-up: {@code min-history} bars on which some contract is known; BUY and SELL need as many
 * skews. The median and the rank are over the last 250 bars, or over all where there are fewer:
 * waiting for 250 would silence the strategy for most of a session of 390 minute bars.
 *
 * <p>Edition 2 ({@link DatedFlow}): a plain mean of all out-of-the-money volatilities is ruled by
 * options of the same day for a penny, and open interest, published once a day, does not change
 * within one. There the skew is of a {@link SkewBand band} of expiries and strikes, weighted by
 * vega, and open interest is compared with the day before.
 */
public final class OptionFlow implements SymbolStrategy {

  static final Parameter WINDOW =
      Parameter.integer("window", 5, 1, 1000, "bars over which volume and open interest count");
  static final Parameter LOW_PCR =
      Parameter.real("low-pcr", 0.7, 0, 100, "put/call ratio below which calls dominate");
  static final Parameter HIGH_PCR =
      Parameter.real("high-pcr", 1.3, 0, 100, "put/call ratio above which puts dominate");
  static final Parameter PUT_SKEW =
      Parameter.real("put-skew", 0.05, -5, 5, "least skew of a SELL, in volatility per year");
  static final Parameter GAMMA_RANK =
      Parameter.real("gamma-rank", 0.9, 0, 1, "rank of |gamma exposure| above which it may pin");
  static final Parameter MULTIPLIER =
      Parameter.real("multiplier", 100, 1e-6, 1e6, "units of the underlying per contract");
  static final Parameter SKEW_HISTORY =
      Parameter.integer("skew-history", 250, 2, 10_000, "bars of the skew's median");
  static final Parameter GAMMA_HISTORY =
      Parameter.integer("gamma-history", 250, 2, 10_000, "bars of the gamma exposure's rank");
  static final Parameter MIN_HISTORY =
      Parameter.integer("min-history", 60, 2, 10_000, "bars of either before it says anything");
  static final Parameter CALL_SIGN =
      Parameter.integer("call-sign", 1, -1, 1, "sign of the dealers' gamma in calls");
  static final Parameter PUT_SIGN =
      Parameter.integer("put-sign", -1, -1, 1, "sign of the dealers' gamma in puts");
  static final Parameter RATE =
      Parameter.real("rate", 0, -0.5, 1, "risk-free rate per year, to solve missing volatilities");
  static final Parameter DIVIDEND =
      Parameter.real("dividend", 0, -0.5, 1, "dividend yield per year, likewise");
  static final Parameter AMERICAN =
      Parameter.integer(
          "american", 0, 0, 1, "1 where options may be exercised before they expire, likewise");
  static final Parameter MAX_CONTRACTS =
      Parameter.integer("max-contracts", 20_000, 10, 200_000, "contracts to keep, newest seen");

  private static final double ONE_PERCENT = 0.01;

  /** More contracts than this count as this many: sums over a window stay finite. */
  static final double MOST_CONTRACTS = 1e300;

  @Override
  public String id() {
    return "OPTION_FLOW";
  }

  @Override
  public Input input() {
    return Input.OPTIONS;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Edition.PARAMETER,
        WINDOW,
        LOW_PCR,
        HIGH_PCR,
        PUT_SKEW,
        GAMMA_RANK,
        MULTIPLIER,
        SKEW_HISTORY,
        GAMMA_HISTORY,
        MIN_HISTORY,
        CALL_SIGN,
        PUT_SIGN,
        RATE,
        DIVIDEND,
        AMERICAN,
        MAX_CONTRACTS);
  }

  /** The first edition knows European exercise alone; its fingerprint stays what it was. */
  @Override
  public List<Parameter> parameters(Edition edition) {
    return edition == Edition.FIRST
        ? parameters().stream().filter(parameter -> !parameter.equals(AMERICAN)).toList()
        : parameters();
  }

  @Override
  public List<String> attributes() {
    return List.of("put_call_ratio", "iv_skew", "gamma_exposure", "open_interest_change");
  }

  @Override
  public List<String> attributes(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? attributes()
        : List.of(
            "put_call_ratio",
            "iv_skew",
            "gamma_exposure",
            "open_interest_change",
            "gamma_exposure_later");
  }

  @Override
  public List<String> check(Parameters parameters) {
    double low = parameters.real(LOW_PCR);
    double high = parameters.real(HIGH_PCR);
    return low < high
        ? List.of()
        : List.of("low-pcr must be less than high-pcr (" + high + "); have " + low);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters)
        : new DatedFlow(parameters);
  }

  /** The underlying's price as the newest print has it, else the close. */
  static double spot(List<OptionPrint> prints, double close) {
    double spot = close;
    long newest = Long.MIN_VALUE;
    for (OptionPrint print : prints) {
      if (print.spot() > 0 && print.time() >= newest) {
        spot = print.spot();
        newest = print.time();
      }
    }
    return spot;
  }

  /** Currency per move of 1 %, of a sum of signed gammas in contracts; 0 where it overflows. */
  static double exposure(Parameters parameters, double gamma, double spot) {
    double exposure = gamma * parameters.real(MULTIPLIER) * spot * spot * ONE_PERCENT;
    return Double.isFinite(exposure) ? exposure : 0;
  }

  /** +1 where calls dominate and the skew agrees, -1 where puts do, else 0. */
  static int side(Parameters parameters, double pcr, double skew, double median) {
    if (pcr < parameters.real(LOW_PCR) && skew < median) {
      return 1;
    }
    boolean steep = skew > parameters.real(PUT_SKEW) && skew > median;
    return pcr > parameters.real(HIGH_PCR) && steep ? -1 : 0;
  }

  static double sum(Window window) {
    double sum = 0;
    for (int i = 0; i < window.size(); i++) {
      sum += window.get(i);
    }
    return sum;
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final Parameters parameters;
    private final OptionChain chain;
    private final Window putVolumes;
    private final Window callVolumes;
    private final Window openInterestChanges;
    private final RollingQuantile skews;
    private final RollingRank exposures;

    Machine(Parameters parameters) {
      this.parameters = parameters;
      int window = parameters.integer(WINDOW);
      chain =
          new OptionChain(
              parameters.integer(MAX_CONTRACTS),
              new OptionTerms(parameters.real(RATE), parameters.real(DIVIDEND), false));
      putVolumes = new Window(window);
      callVolumes = new Window(window);
      openInterestChanges = new Window(window);
      skews = new RollingQuantile(parameters.integer(SKEW_HISTORY));
      exposures = new RollingRank(parameters.integer(GAMMA_HISTORY));
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      OptionBar options = market.options();
      putVolumes.add(Math.min(MOST_CONTRACTS, options.putVolume()));
      callVolumes.add(Math.min(MOST_CONTRACTS, options.callVolume()));
      double change = chain.advance(bar.time(), options.newest(), bar.close());
      openInterestChanges.add(Math.max(-MOST_CONTRACTS, Math.min(MOST_CONTRACTS, change)));
      double spot = spot(options.newest(), bar.close());
      double skew = chain.skew(spot);
      double exposure = exposure(spot);
      if (!Double.isNaN(skew)) {
        skews.add(skew);
      }
      if (!chain.isEmpty()) {
        exposures.add(Math.abs(exposure));
      }
      boolean ready = putVolumes.isFull() && hasHistory(exposures.size(), GAMMA_HISTORY);
      return ready ? decide(skew, exposure) : Signal.WARMUP;
    }

    private double exposure(double spot) {
      double gamma = chain.signedGamma(parameters.integer(CALL_SIGN), parameters.integer(PUT_SIGN));
      return OptionFlow.exposure(parameters, gamma, spot);
    }

    private Signal decide(double skew, double exposure) {
      double pcr = Ratio.of(sum(putVolumes), sum(callVolumes), 1);
      double confidence = Math.min(1, Math.abs(StrictMath.log(pcr)));
      double[] attributes = {
        pcr, Double.isNaN(skew) ? 0 : skew, exposure, sum(openInterestChanges)
      };
      int side = side(pcr, skew);
      if (side != 0) {
        return Signal.of(side > 0 ? Action.BUY : Action.SELL, side, confidence, attributes);
      }
      boolean pins = exposure != 0 && exposures.value() > parameters.real(GAMMA_RANK);
      String label = pins ? "PIN_RISK" : "NEUTRAL";
      return new Signal(Action.HOLD, 0, confidence, label, attributes);
    }

    private int side(double pcr, double skew) {
      if (Double.isNaN(skew) || !hasHistory(skews.size(), SKEW_HISTORY)) {
        return 0;
      }
      return OptionFlow.side(parameters, pcr, skew, skews.median());
    }

    private boolean hasHistory(int bars, Parameter history) {
      return bars >= Math.min(parameters.integer(MIN_HISTORY), parameters.integer(history));
    }

    @Override
    public void save(DataOutput out) throws IOException {
      chain.save(out);
      putVolumes.save(out);
      callVolumes.save(out);
      openInterestChanges.save(out);
      skews.save(out);
      exposures.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      chain.load(in);
      putVolumes.load(in);
      callVolumes.load(in);
      openInterestChanges.load(in);
      skews.load(in);
      exposures.load(in);
    }
  }
}

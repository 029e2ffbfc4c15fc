package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The second edition of {@link OptionFlow}: options told apart by when they expire.
 *
 * <pre>
 *   skew: of the contracts in {@link SkewBand#USUAL}, weighted by vega at the close
 *   gamma_exposure: of all contracts         gamma_exposure_later: without those that expire today
 *   open_interest_change: opened less closed since the last bar of the day before;
 *                         0 before a first day has ended
 *   PIN_RISK: rank of |gamma_exposure| over up to 250 bars of at least two days
 * </pre>
 *
 * <p>Days are those of the exchange. A contract that leaves at its expiry closes nothing. One day's
 * gamma falls as its options expire, and ranked in that day alone it would always be high in the
 * morning.
 */
final class DatedFlow implements SymbolStrategy.Machine {

  private final Parameters parameters;
  private final OptionChain chain;
  private final Window putVolumes;
  private final Window callVolumes;
  private final RollingQuantile skews;
  private final RollingRank exposures;

  /** End of the day of the newest bar; 0 before the first. */
  private long dayEnd;

  private boolean dayEnded;
  private double openInterestChange;

  /** Exposures of the newest day. */
  private int exposuresToday;

  DatedFlow(Parameters parameters) {
    this.parameters = parameters;
    int window = parameters.integer(OptionFlow.WINDOW);
    chain =
        new OptionChain(
            parameters.integer(OptionFlow.MAX_CONTRACTS),
            new OptionTerms(
                parameters.real(OptionFlow.RATE),
                parameters.real(OptionFlow.DIVIDEND),
                parameters.integer(OptionFlow.AMERICAN) == 1));
    putVolumes = new Window(window);
    callVolumes = new Window(window);
    skews = new RollingQuantile(parameters.integer(OptionFlow.SKEW_HISTORY));
    exposures = RollingRank.withTies(parameters.integer(OptionFlow.GAMMA_HISTORY));
  }

  @Override
  public Signal onBar(MarketBar market) {
    Bar bar = market.bar();
    OptionBar options = market.options();
    putVolumes.add(Math.min(OptionFlow.MOST_CONTRACTS, options.putVolume()));
    callVolumes.add(Math.min(OptionFlow.MOST_CONTRACTS, options.callVolume()));
    beginDay(market.dayEnd());
    count(chain.advance(bar.time(), options.newest(), bar.close()) + chain.opened());
    double spot = OptionFlow.spot(options.newest(), bar.close());
    double skew = chain.weightedSkew(spot, bar.time(), SkewBand.USUAL);
    double exposure = exposure(spot, Long.MIN_VALUE);
    if (!Double.isNaN(skew)) {
      skews.add(skew);
    }
    if (!chain.isEmpty()) {
      exposures.add(Math.abs(exposure));
      exposuresToday = Math.min(exposuresToday + 1, parameters.integer(OptionFlow.GAMMA_HISTORY));
    }
    boolean ready = putVolumes.isFull() && hasHistory(exposures.size(), OptionFlow.GAMMA_HISTORY);
    return ready ? decide(skew, exposure, exposure(spot, dayEnd)) : Signal.WARMUP;
  }

  private void beginDay(long end) {
    if (dayEnd != 0 && end != dayEnd) {
      dayEnded = true;
      openInterestChange = 0;
      exposuresToday = 0;
    }
    dayEnd = end;
  }

  private void count(double change) {
    double sum = openInterestChange + change;
    openInterestChange =
        Math.max(-OptionFlow.MOST_CONTRACTS, Math.min(OptionFlow.MOST_CONTRACTS, sum));
  }

  private double exposure(double spot, long after) {
    int calls = parameters.integer(OptionFlow.CALL_SIGN);
    int puts = parameters.integer(OptionFlow.PUT_SIGN);
    return OptionFlow.exposure(parameters, chain.signedGamma(calls, puts, after), spot);
  }

  private Signal decide(double skew, double exposure, double later) {
    double pcr = Ratio.of(OptionFlow.sum(putVolumes), OptionFlow.sum(callVolumes), 1);
    double confidence = Math.min(1, Math.abs(StrictMath.log(pcr)));
    double[] attributes = {
      pcr, Double.isNaN(skew) ? 0 : skew, exposure, dayEnded ? openInterestChange : 0, later
    };
    int side =
        Double.isNaN(skew) || !hasHistory(skews.size(), OptionFlow.SKEW_HISTORY)
            ? 0
            : OptionFlow.side(parameters, pcr, skew, skews.median());
    if (side != 0) {
      return Signal.of(side > 0 ? Action.BUY : Action.SELL, side, confidence, attributes);
    }
    String label = pins(exposure) ? "PIN_RISK" : "NEUTRAL";
    return new Signal(Action.HOLD, 0, confidence, label, attributes);
  }

  private boolean pins(double exposure) {
    boolean twoDays = exposures.size() > exposuresToday;
    return twoDays && exposure != 0 && exposures.value() > parameters.real(OptionFlow.GAMMA_RANK);
  }

  private boolean hasHistory(int bars, Parameter history) {
    return bars
        >= Math.min(parameters.integer(OptionFlow.MIN_HISTORY), parameters.integer(history));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    chain.save(out);
    putVolumes.save(out);
    callVolumes.save(out);
    skews.save(out);
    exposures.save(out);
    out.writeLong(dayEnd);
    out.writeBoolean(dayEnded);
    out.writeDouble(openInterestChange);
    out.writeInt(exposuresToday);
  }

  @Override
  public void load(DataInput in) throws IOException {
    chain.load(in);
    putVolumes.load(in);
    callVolumes.load(in);
    skews.load(in);
    exposures.load(in);
    dayEnd = in.readLong();
    dayEnded = in.readBoolean();
    openInterestChange = in.readDouble();
    exposuresToday = in.readInt();
  }
}

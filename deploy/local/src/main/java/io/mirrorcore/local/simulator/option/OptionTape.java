package io.mirrorcore.local.simulator.option;

import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import java.util.Collection;
import java.util.TreeMap;

/**
 * Writer of the prints of one underlying's options, which also keeps their open interest. As feeds
 * do, about half of the prints come without volatility and gamma, and a few without a quote.
 */
final class OptionTape {

  private static final double WITH_MODEL = 0.5;
  private static final double WITH_QUOTE = 0.97;

  /** Share of traded contracts that open a new position. */
  private static final double OPENING = 0.5;

  private final SimulatedInstrument instrument;
  private final RandomStream random;
  private final ImpliedVolatility volatility;
  private final TreeMap<OptionContract, Double> openInterest = new TreeMap<>();

  OptionTape(SimulatedInstrument instrument, RandomStream random) {
    this.instrument = instrument;
    this.random = random;
    volatility = new ImpliedVolatility(instrument.volatility());
  }

  void advance(MarketRegime regime) {
    volatility.advance(regime, random.gaussian());
  }

  void forget(Collection<OptionContract> expired) {
    openInterest.keySet().removeAll(expired);
  }

  /**
   * @param traded whether somebody trades it, or it is only listed
   */
  OptionPrint print(OptionContract contract, long time, double spot, boolean traded) {
    double volume = traded ? 1 + Math.floor(StrictMath.exp(1.5 + 0.9 * random.gaussian())) : 0;
    double open = openInterest.merge(contract, Math.rint(OPENING * volume), Double::sum);
    OptionQuote quote =
        OptionQuote.of(contract, time, spot, volatility.at(spot, contract.strike()));
    boolean hasQuote = random.chance(WITH_QUOTE);
    boolean hasModel = random.chance(WITH_MODEL);
    boolean atAsk = random.chance(0.5) || quote.bid() == 0;
    return new OptionPrint(
        instrument.symbol(),
        time,
        contract,
        spot,
        hasQuote ? quote.bid() : Double.NaN,
        hasQuote ? quote.ask() : Double.NaN,
        atAsk ? quote.ask() : quote.bid(),
        volume,
        open,
        hasModel ? quote.iv() : Double.NaN,
        hasModel ? quote.gamma() : Double.NaN);
  }
}

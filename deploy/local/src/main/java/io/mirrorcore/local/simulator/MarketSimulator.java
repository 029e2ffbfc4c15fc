package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.BarConditions;
import io.mirrorcore.local.simulator.market.Factor;
import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.RegimeChain;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.local.simulator.option.OptionRoll;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A market of invented companies, bar by bar and without end.
 *
 * <p>A Markov chain of regimes (trending up or down, ranging, volatile) decides how the market
 * factor and the factors of the sectors move; each company follows both and goes a little its own
 * way. Around the resulting value stand quotes, which are met by trades, which make the bar; now
 * and then a large order leans on book and trades before the price follows. Nothing here is fitted
 * to a real market: the aim is that every kind of strategy has its day, and its bad days.
 *
 * <p>Equal settings give equal events, to the bit and on every machine: each part of the market
 * draws from its own random stream, split off in a fixed order, and only functions that Java
 * defines exactly are used.
 */
public final class MarketSimulator {

  private static final double YEAR_MS = 365.0 * 24 * 3_600_000;

  /** How far, as a standard deviation of its logarithm, a price may wander from its long run. */
  private static final double BAND = 0.25;

  /** How much sectors part from each other in a regime, in volatilities per bar. */
  private static final double ROTATION = 0.04;

  private final SimulatorSettings settings;
  private final RegimeChain regimes;
  private final Factor market;
  private final Map<String, Factor> sectors = new LinkedHashMap<>();
  private final List<SimulatedCompany> companies = new ArrayList<>();
  private long open;

  public MarketSimulator(SimulatorSettings settings) {
    this.settings = settings;
    open = settings.startTime();
    RandomStream root = new RandomStream(new SplittableRandom(settings.seed()));
    double pull = longestPull(settings);
    regimes = new RegimeChain(root.split());
    market = new Factor(root.split(), pull);
    for (SimulatedInstrument instrument : settings.instruments()) {
      sectors.computeIfAbsent(instrument.sector(), sector -> new Factor(root.split(), pull));
    }
    for (SimulatedInstrument instrument : settings.instruments()) {
      double sigma = sigma(instrument, settings);
      companies.add(new SimulatedCompany(instrument, settings, sigma, root.split()));
    }
  }

  /** A level with pull k has the variance sigma^2 / (2 k): the k that keeps it within the band. */
  private static double longestPull(SimulatorSettings settings) {
    double sigma =
        settings.instruments().stream().mapToDouble(i -> sigma(i, settings)).max().orElseThrow();
    return sigma * sigma / (2 * BAND * BAND);
  }

  private static double sigma(SimulatedInstrument instrument, SimulatorSettings settings) {
    return instrument.volatility() * StrictMath.sqrt(settings.intervalMs() / YEAR_MS);
  }

  /** All events of the next bar. */
  public SimulatedBar next() {
    MarketRegime regime = regimes.next();
    advanceFactors(regime);
    long close = open + settings.intervalMs();
    List<Bar> bars = new ArrayList<>();
    List<Tick> ticks = new ArrayList<>();
    List<OptionPrint> options = new ArrayList<>();
    List<OptionRoll> rolls = new ArrayList<>();
    for (SimulatedCompany company : companies) {
      double factors = market.level() + sectors.get(company.sector()).level();
      BarConditions conditions = company.advance(open, regime, factors);
      List<Tick> own = company.ticks(conditions);
      bars.add(company.bar(own, close));
      ticks.addAll(own);
      options.addAll(company.options(conditions, close, own, rolls));
    }
    ticks.sort(Comparator.comparingLong(Tick::time));
    options.sort(Comparator.comparingLong(OptionPrint::time));
    open = close;
    return new SimulatedBar(
        close,
        regime,
        List.copyOf(bars),
        List.copyOf(ticks),
        List.copyOf(options),
        List.copyOf(rolls));
  }

  private void advanceFactors(MarketRegime regime) {
    if (regimes.hasJustBegun()) {
      market.anchor(0);
      sectors.values().forEach(sector -> sector.anchor(ROTATION));
    }
    market.advance(regime, regime.drift, regime.marketShare);
    sectors.values().forEach(sector -> sector.advance(regime, 0, regime.sectorShare));
  }
}

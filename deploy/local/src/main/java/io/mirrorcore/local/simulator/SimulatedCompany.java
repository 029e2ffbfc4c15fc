package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.BarConditions;
import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.local.simulator.option.ExpiryCalendar;
import io.mirrorcore.local.simulator.option.ListedChain;
import io.mirrorcore.local.simulator.option.OptionRoll;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.util.List;

/** One instrument of the market with all that moves it; its random numbers are its own. */
final class SimulatedCompany {

  private static final double YEAR_MS = 365.0 * 24 * 3_600_000;

  private final SimulatedInstrument instrument;
  private final double sigma;
  private final LargeOrder flow;
  private final PricePath path;
  private final TickTape tape;
  private final ListedChain options;

  /**
   * @param sigma ordinary volatility of one bar
   */
  SimulatedCompany(
      SimulatedInstrument instrument,
      SimulatorSettings settings,
      double sigma,
      RandomStream random) {
    this.instrument = instrument;
    this.sigma = sigma;
    flow = new LargeOrder(random.split());
    path = new PricePath(instrument, sigma, growth(settings), random.split());
    tape = new TickTape(instrument, settings, random.split());
    options =
        new ListedChain(instrument, new ExpiryCalendar(settings.intervalMs()), random.split());
  }

  private static double growth(SimulatorSettings settings) {
    return StrictMath.log1p(settings.growth()) * (settings.intervalMs() / YEAR_MS);
  }

  String sector() {
    return instrument.sector();
  }

  /** Moves on to the bar that opens at {@code open}. */
  BarConditions advance(long open, MarketRegime regime, double factors) {
    flow.advance();
    double from = path.logValue();
    path.advance(regime, factors, flow.drift());
    return new BarConditions(
        open, from, path.logValue(), sigma * regime.volatility, regime, flow.side());
  }

  List<Tick> ticks(BarConditions bar) {
    return tape.ticks(bar);
  }

  Bar bar(List<Tick> ticks, long close) {
    return tape.bar(ticks, close);
  }

  List<OptionPrint> options(
      BarConditions bar, long close, List<Tick> ticks, List<OptionRoll> rolls) {
    return instrument.hasOptions() ? options.prints(bar, close, ticks, rolls) : List.of();
  }
}

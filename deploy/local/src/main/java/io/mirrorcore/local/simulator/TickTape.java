package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.BarConditions;
import io.mirrorcore.local.simulator.market.RandomStream;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * The quotes and trades of one instrument, bar by bar.
 *
 * <p>Inside a bar the value is a Brownian bridge from open to close. Each quote stands around the
 * value of its moment and is met by zero or more trades, at its bid or at its ask. Book and trades
 * lean towards where the rest of the bar goes, towards a large order at work, and a little at
 * random with a memory of some bars.
 */
final class TickTape {

  private static final double BURST = 1.0 / 1500;
  private static final double BURST_QUOTES = 6;
  private static final double MAX_LEAN = 0.92;

  private final SimulatedInstrument instrument;
  private final SimulatorSettings settings;
  private final RandomStream random;
  private final OrderBook book;
  private double mood;

  TickTape(SimulatedInstrument instrument, SimulatorSettings settings, RandomStream random) {
    this.instrument = instrument;
    this.settings = settings;
    this.random = random.split();
    book = new OrderBook(instrument, random.split());
  }

  /** Quotes and trades in order of time, the first one a quote, strictly inside the bar. */
  List<Tick> ticks(BarConditions bar) {
    mood = 0.8 * mood + 0.09 * random.gaussian();
    double burst = random.chance(BURST) ? BURST_QUOTES : 1;
    int quotes = count(settings.quotesPerBar(), burst * bar.regime().activity);
    int trades = count(settings.tradesPerBar(), bar.regime().activity);
    return ticks(bar, tradesPerQuote(quotes, trades), quotes + trades);
  }

  private int count(int ordinary, double times) {
    double drawn = ordinary * times * random.uniform(0.7, 1.3);
    return (int)
        Math.min((long) SimulatorSettings.BUSIEST * ordinary, Math.max(1, Math.round(drawn)));
  }

  private int[] tradesPerQuote(int quotes, int trades) {
    int[] perQuote = new int[quotes];
    // The last quote is met by a trade: else a bar's close would be some seconds old, and returns
    // of instruments that move together would not (Epps 1979).
    perQuote[quotes - 1] = 1;
    for (int i = 1; i < trades; i++) {
      perQuote[random.below(quotes)]++;
    }
    return perQuote;
  }

  private List<Tick> ticks(BarConditions bar, int[] tradesPerQuote, int events) {
    List<Tick> ticks = new ArrayList<>(events);
    double at = 0;
    double logValue = bar.logFrom();
    for (int trades : tradesPerQuote) {
      long time = time(bar, ticks.size(), events);
      double now = (double) (time - bar.open()) / settings.intervalMs();
      logValue = bridge(bar, logValue, at, now);
      at = now;
      double toCome = Math.max(-2, Math.min(2, (bar.logTo() - logValue) / bar.sigma()));
      Tick quote = book.quote(time, StrictMath.exp(logValue), bookLean(bar, toCome), bar);
      ticks.add(quote);
      for (int i = 0; i < trades; i++) {
        ticks.add(trade(time(bar, ticks.size(), events), quote, buyers(bar, toCome)));
      }
    }
    return ticks;
  }

  /** Event number {@code i} of {@code n}: after the one before by half of its share at least. */
  private long time(BarConditions bar, int i, int n) {
    double share = (i + 0.5 * random.uniform()) / n;
    return bar.open() + 1 + (long) ((settings.intervalMs() - 1) * share);
  }

  private double bridge(BarConditions bar, double logValue, double from, double to) {
    double left = 1 - from;
    double mean = logValue + (bar.logTo() - logValue) * (to - from) / left;
    double deviation = bar.sigma() * StrictMath.sqrt((to - from) * (1 - to) / left);
    return mean + deviation * random.gaussian();
  }

  private double bookLean(BarConditions bar, double toCome) {
    double lean = 0.12 * toCome + 0.74 * bar.flowSide() + mood;
    return Math.max(-MAX_LEAN, Math.min(MAX_LEAN, lean));
  }

  /** Probability that the next trade is a buyer's. */
  private double buyers(BarConditions bar, double toCome) {
    double share = 0.5 + 0.08 * toCome + 0.4 * bar.flowSide() + 0.3 * mood;
    return Math.max(0.03, Math.min(0.97, share));
  }

  private Tick trade(long time, Tick quote, double buyers) {
    boolean buy = random.chance(buyers);
    double price = buy ? quote.asks()[0] : quote.bids()[0];
    double size = 12_000 / price * StrictMath.exp(0.7 * random.gaussian());
    boolean flagged = random.chance(settings.flaggedShare());
    Aggressor side = buy ? Aggressor.BUY : Aggressor.SELL;
    return Tick.trade(
        instrument.symbol(),
        time,
        price,
        Math.max(1, Math.rint(size)),
        flagged ? side : Aggressor.UNKNOWN);
  }

  /** The bar that the trades among the ticks make; there is always one. */
  Bar bar(List<Tick> ticks, long close) {
    double[] trades = ticks.stream().filter(t -> t.price() > 0).mapToDouble(Tick::price).toArray();
    double high = trades[0];
    double low = trades[0];
    for (double price : trades) {
      high = Math.max(high, price);
      low = Math.min(low, price);
    }
    double volume = ticks.stream().mapToDouble(Tick::size).reduce(0, Double::sum);
    return new Bar(
        instrument.symbol(), close, trades[0], high, low, trades[trades.length - 1], volume);
  }
}

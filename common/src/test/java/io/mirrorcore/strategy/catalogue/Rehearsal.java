package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Saved;
import io.mirrorcore.state.Stateful;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Any strategy at work on a random market of its kind of input, one close at a time. */
public final class Rehearsal {

  private static final int SYMBOLS = 4;
  private static final int SHARDS = 2;

  private final Strategy strategy;
  private final Parameters parameters;
  private final List<Market> markets;
  private final RelatedPrices related;
  private SplittableRandom absences;
  private Stateful machine;
  private long time;

  /**
   * @param extreme on a market at the edge of what is valid, else on an ordinary one
   */
  Rehearsal(Definition definition, long seed, boolean extreme) {
    this(definition.strategy(), definition.rehearsed(), seed, extreme);
  }

  Rehearsal(Strategy strategy, Parameters parameters, long seed, boolean extreme) {
    this.strategy = strategy;
    this.parameters = parameters;
    machine = freshMachine();
    absences = new SplittableRandom(seed);
    related = new RelatedPrices(seed);
    int symbols = strategy instanceof SymbolStrategy ? 1 : SYMBOLS;
    markets =
        IntStream.range(0, symbols).mapToObj(i -> market("S" + i, seed + i, extreme)).toList();
  }

  private Market market(String symbol, long seed, boolean extreme) {
    int trades = 0;
    int quotes = 0;
    if (strategy instanceof SymbolStrategy single) {
      trades = single.tradeCapacity(parameters);
      quotes = single.quoteCapacity(parameters);
    }
    return extreme
        ? new ExtremeMarket(symbol, seed, strategy.input(), barMs(), trades, quotes)
        : new RandomMarket(symbol, seed, barMs(), trades, quotes);
  }

  /** A minute, but a day where options have to live for weeks. */
  private long barMs() {
    boolean dated =
        strategy.input() == Strategy.Input.OPTIONS && parameters.edition() == Edition.SECOND;
    return dated ? 86_400_000 : 60_000;
  }

  private Stateful freshMachine() {
    if (strategy instanceof SymbolStrategy single) {
      return single.machine(parameters);
    }
    return strategy instanceof PairStrategy pairs
        ? new AllShards(pairs, parameters, SHARDS)
        : ((CrossAssetStrategy) strategy).machine(parameters);
  }

  public void diverge(long seed) {
    absences = new SplittableRandom(seed);
    related.diverge(seed);
    for (int i = 0; i < markets.size(); i++) {
      markets.get(i).diverge(seed + i);
    }
  }

  /** Puts the machine away and goes on with another that has loaded what it saved. */
  public void restart() {
    machine = Saved.copy(machine, freshMachine());
  }

  /** Symbols that the strategy sees together. */
  public int symbols() {
    return markets.size();
  }

  public byte[] state() {
    return Saved.bytes(machine);
  }

  /** The signals at the next close: one for a single symbol, else one for each that has a bar. */
  public List<Signal> next() {
    if (machine instanceof SymbolStrategy.Machine single) {
      MarketBar bar = markets.get(0).next();
      return List.of(single.onBar(bar));
    }
    time += 60_000;
    List<Bar> bars = new ArrayList<>();
    for (Market market : markets) {
      if (absences.nextInt(25) > 0) {
        bars.add(market.bar(time));
      }
    }
    if (strategy instanceof PairStrategy) {
      bars.replaceAll(related::bar);
    }
    return ((CrossAssetStrategy.Machine) machine).onBars(bars);
  }

  public List<Signal> next(int closes) {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < closes; i++) {
      signals.addAll(next());
    }
    return signals;
  }

  /** A signal to the last bit, as text. */
  public static String bits(Signal signal) {
    String numbers =
        DoubleStream.concat(
                DoubleStream.of(signal.position(), signal.confidence()),
                DoubleStream.of(signal.attributes()))
            .mapToObj(x -> Long.toHexString(Double.doubleToRawLongBits(x)))
            .collect(Collectors.joining(" "));
    return signal.action() + " " + signal.label() + " " + numbers;
  }

  public static List<String> bits(List<Signal> signals) {
    return signals.stream().map(Rehearsal::bits).toList();
  }
}

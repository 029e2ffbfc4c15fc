package io.mirrorcore.strategy.kit;

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

/** Any strategy at work on invented markets of its kind of input, one close at a time. */
public final class Rehearsal {

  private static final int SYMBOLS = 4;
  private static final int SHARDS = 2;
  private static final long DAY_MS = 86_400_000;
  private static final long MINUTE_MS = 60_000;

  private final Strategy strategy;
  private final Parameters parameters;
  private final List<Market> markets;
  private final RelatedPrices related;
  private SplittableRandom absences;
  private Stateful machine;
  private long time;

  /** How a symbol's market is made. */
  @FunctionalInterface
  public interface Markets {

    /** The market of {@code symbol}; the same seed, the same market. */
    Market of(String symbol, long seed);
  }

  /** On ordinary markets. */
  public Rehearsal(Strategy strategy, Parameters parameters, long seed) {
    this(strategy, parameters, seed, ordinary(strategy, parameters));
  }

  /**
   * On markets of somebody's own.
   *
   * @param markets of one symbol, or of four where the strategy looks at several together
   */
  public Rehearsal(Strategy strategy, Parameters parameters, long seed, Markets markets) {
    this.strategy = strategy;
    this.parameters = parameters;
    machine = freshMachine();
    absences = new SplittableRandom(seed);
    related = new RelatedPrices(seed);
    int symbols = strategy instanceof SymbolStrategy ? 1 : SYMBOLS;
    this.markets =
        IntStream.range(0, symbols).mapToObj(i -> markets.of("S" + i, seed + i)).toList();
  }

  private static Markets ordinary(Strategy strategy, Parameters parameters) {
    long barMs = barMs(strategy, parameters);
    int trades = strategy instanceof SymbolStrategy one ? one.tradeCapacity(parameters) : 0;
    int quotes = strategy instanceof SymbolStrategy one ? one.quoteCapacity(parameters) : 0;
    return (symbol, seed) -> new RandomMarket(symbol, seed, barMs, trades, quotes);
  }

  /** A minute, but a day where options have to live for weeks. */
  public static long barMs(Strategy strategy, Parameters parameters) {
    boolean dated =
        strategy.input() == Strategy.Input.OPTIONS && parameters.edition() == Edition.SECOND;
    return dated ? DAY_MS : MINUTE_MS;
  }

  private Stateful freshMachine() {
    if (strategy instanceof SymbolStrategy single) {
      return single.machine(parameters);
    }
    return strategy instanceof PairStrategy pairs
        ? new AllShards(pairs, parameters, SHARDS)
        : ((CrossAssetStrategy) strategy).machine(parameters);
  }

  /** Another future from here on. */
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

  /** What the machine saves. */
  public byte[] state() {
    return Saved.bytes(machine);
  }

  /** The signals at the next close: one for a single symbol, else one for each that has a bar. */
  public List<Signal> next() {
    if (machine instanceof SymbolStrategy.Machine single) {
      MarketBar bar = markets.get(0).next();
      return List.of(single.onBar(bar));
    }
    time += MINUTE_MS;
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

  /** The signals at the next closes. */
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

  /** The same of several. */
  public static List<String> bits(List<Signal> signals) {
    return signals.stream().map(Rehearsal::bits).toList();
  }
}

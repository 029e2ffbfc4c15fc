package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import java.util.Map;
import java.util.TreeMap;

/** A single-symbol strategy with some parameters, fed by hand. */
public final class Run {

  public static final long BAR_MS = 60_000;

  private final SymbolStrategy.Machine machine;
  private long time;

  private Run(SymbolStrategy strategy, Parameters parameters) {
    machine = strategy.machine(parameters);
  }

  public static Run of(SymbolStrategy strategy) {
    return new Run(strategy, Parameters.defaults(strategy));
  }

  public static Run of(SymbolStrategy strategy, Map<String, Double> set) {
    return new Run(strategy, Parameters.of(strategy, set));
  }

  /** By the first edition of its definition. */
  public static Run first(SymbolStrategy strategy) {
    return first(strategy, Map.of());
  }

  /** By the first edition of its definition. */
  public static Run first(SymbolStrategy strategy, Map<String, Double> set) {
    return new Run(strategy, firstEdition(strategy, set));
  }

  /** Parameters of the first edition. */
  public static Parameters firstEdition(Strategy strategy, Map<String, Double> set) {
    TreeMap<String, Double> all = new TreeMap<>(set);
    all.put(Edition.PARAMETER.name(), (double) Edition.FIRST.number());
    return Parameters.of(strategy, all);
  }

  /** A bar of these prices. */
  public Signal bar(double high, double low, double close, double volume) {
    time += BAR_MS;
    return machine.onBar(MarketBar.of(new Bar("S", time, close, high, low, close, volume)));
  }

  /** A bar on which nothing but this close happened. */
  public Signal flat(double close) {
    return bar(close, close, close, 0);
  }

  public Signal on(MarketBar bar) {
    return machine.onBar(bar);
  }

  public static String says(Signal signal) {
    String label = signal.label().isEmpty() ? "" : " " + signal.label();
    return signal.action() + label + " " + signal.position();
  }
}

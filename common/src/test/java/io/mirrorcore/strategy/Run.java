package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.MarketBar;
import io.mirrorcore.signal.Signal;
import java.util.Map;

/** A single-symbol strategy with some parameters, fed by hand. */
final class Run {

  static final long BAR_MS = 60_000;

  private final SymbolStrategy.Machine machine;
  private long time;

  private Run(SymbolStrategy strategy, Parameters parameters) {
    machine = strategy.machine(parameters);
  }

  static Run of(SymbolStrategy strategy) {
    return new Run(strategy, Parameters.defaults(strategy));
  }

  static Run of(SymbolStrategy strategy, Map<String, Double> set) {
    return new Run(strategy, Parameters.of(strategy.parameters(), set));
  }

  /** A bar of these prices. */
  Signal bar(double high, double low, double close, double volume) {
    time += BAR_MS;
    return machine.onBar(MarketBar.of(new Bar("S", time, close, high, low, close, volume)));
  }

  /** A bar on which nothing but this close happened. */
  Signal flat(double close) {
    return bar(close, close, close, 0);
  }

  Signal on(MarketBar bar) {
    return machine.onBar(bar);
  }

  static String says(Signal signal) {
    String label = signal.label().isEmpty() ? "" : " " + signal.label();
    return signal.action() + label + " " + signal.position();
  }
}

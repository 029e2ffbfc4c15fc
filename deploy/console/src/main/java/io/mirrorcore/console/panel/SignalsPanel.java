package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.signal.SignalRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest signal of each strategy for each symbol. Attributes, most of what a signal weighs, are
 * sent to whoever asks for one.
 */
final class SignalsPanel {

  /** Signals that are kept: 500 symbols by 19 strategies are a seventh of it. */
  static final int CELLS = 65_536;

  private static final String NAME = "signals";
  private static final List<String> CELLS_PATH = List.of(NAME, "cells");

  private final Tree tree;
  private final Map<String, SignalRecord> cells = new ConcurrentHashMap<>();
  private final TreeMap<String, Row> rows = new TreeMap<>();
  private final TreeSet<String> symbols = new TreeSet<>();
  private long newest;

  SignalsPanel(Tree tree, long historyMs) {
    this.tree = tree;
    tree.put(List.of(NAME, "historyMs"), historyMs);
    tree.put(List.of(NAME, "rows"), List.of());
    tree.put(List.of(NAME, "symbols"), List.of());
    tree.put(CELLS_PATH, Map.of());
  }

  private record Row(String id, String strategy, String portfolio) {}

  /**
   * @param p position
   * @param c confidence
   * @param t time
   * @param a action
   * @param l label
   */
  private record Cell(double p, double c, long t, String a, String l) {}

  /** One as it is asked for. */
  private record Asked(
      String row,
      String strategy,
      String portfolio,
      String symbol,
      long time,
      String action,
      double position,
      double confidence,
      String label,
      Map<String, Double> attributes) {}

  void take(SignalRecord signal) {
    String row = row(signal);
    String key = row + "|" + signal.symbol();
    SignalRecord before = cells.get(key);
    if (before == null ? cells.size() >= CELLS : before.time() > signal.time()) {
      return;
    }
    cells.put(key, signal);
    if (rows.putIfAbsent(row, new Row(row, signal.strategy(), signal.portfolio())) == null) {
      tree.put(List.of(NAME, "rows"), List.copyOf(rows.values()));
    }
    if (symbols.add(signal.symbol())) {
      tree.put(List.of(NAME, "symbols"), List.copyOf(symbols));
    }
    tree.put(List.of(NAME, "cells", key), cell(signal));
    if (signal.time() > newest) {
      newest = signal.time();
      tree.put(List.of(NAME, "newest"), newest);
    }
  }

  /** A strategy of one symbol says the same in every portfolio; one across symbols does not. */
  private static String row(SignalRecord signal) {
    return signal.portfolio() == null
        ? signal.strategy()
        : signal.strategy() + "@" + signal.portfolio();
  }

  private static Cell cell(SignalRecord signal) {
    return new Cell(
        signal.position(),
        signal.confidence(),
        signal.time(),
        signal.action().name(),
        signal.label());
  }

  Optional<byte[]> signal(String row, String symbol) {
    return Optional.ofNullable(cells.get(row + "|" + symbol))
        .map(
            signal ->
                Json.encode(
                    new Asked(
                        row,
                        signal.strategy(),
                        signal.portfolio(),
                        signal.symbol(),
                        signal.time(),
                        signal.action().name(),
                        signal.position(),
                        signal.confidence(),
                        signal.label(),
                        signal.attributes())));
  }
}

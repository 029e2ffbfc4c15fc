package io.mirrorcore.jobs.backtest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a reader must know of returns where symbols are in several currencies. */
final class LocalReturns {

  private LocalReturns() {}

  /**
   * A sentence or two; empty where nothing is told, or one currency of all symbols.
   *
   * @param currencies by pattern of symbols
   */
  static Optional<String> note(Map<String, String> currencies) {
    boolean one = currencies.containsKey("*") && Set.copyOf(currencies.values()).size() == 1;
    if (currencies.isEmpty() || one) {
      return Optional.empty();
    }
    String told =
        new TreeMap<>(currencies)
            .entrySet().stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .collect(Collectors.joining(", "));
    return Optional.of(
        "Returns are local, each in the currency of its symbol ("
            + told
            + "): none is converted, so what rates of exchange earned or cost is in no figure.");
  }
}

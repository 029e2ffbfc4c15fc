package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.market.SymbolPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which symbols belong to which portfolio; a symbol may be in several, or in none. */
public final class Portfolios implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, ArrayList<String>> patterns = new TreeMap<>();

  Portfolios(Map<String, List<String>> patterns) {
    patterns.forEach((name, list) -> this.patterns.put(name, new ArrayList<>(list)));
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(patterns.keySet());
  }

  /** Names of the portfolios that hold {@code symbol}, sorted; a job asks once per symbol. */
  public List<String> of(String symbol) {
    return patterns.entrySet().stream()
        .filter(
            e -> e.getValue().stream().anyMatch(pattern -> SymbolPattern.matches(pattern, symbol)))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}

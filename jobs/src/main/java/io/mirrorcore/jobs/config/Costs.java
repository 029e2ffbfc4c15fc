package io.mirrorcore.jobs.config;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trading cost by symbol. Of all patterns that match a symbol the one with the most literal
 * characters counts (of equals the first by name), so the order in a file does not matter.
 */
public final class Costs implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Comparator<String> MOST_LITERAL_FIRST =
      Comparator.comparingInt(Glob::literals).reversed().thenComparing(Comparator.naturalOrder());

  private final double otherwise;
  private final TreeMap<String, Double> byPattern;

  Costs(double otherwise, Map<String, Double> byPattern) {
    this.otherwise = otherwise;
    this.byPattern = new TreeMap<>(byPattern);
  }

  /** Cost of {@code symbol} as a fraction of the traded value; a job asks once per symbol. */
  public double of(String symbol) {
    return byPattern.keySet().stream()
        .filter(pattern -> Glob.matches(pattern, symbol))
        .min(MOST_LITERAL_FIRST)
        .map(byPattern::get)
        .orElse(otherwise);
  }
}

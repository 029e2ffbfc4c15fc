package io.mirrorcore.market;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is told by patterns of symbols. Of several patterns that match a symbol the one
 * with the most literal characters counts, of equals the first by name, so their order does not
 * matter.
 *
 * @param rules the first that matches a symbol counts
 */
public record SymbolRules<T extends Serializable>(List<Rule<T>> rules) implements Serializable {

  /**
   * What symbols of a pattern have.
   *
   * @param pattern of symbols, with {@code *} and {@code ?}
   */
  public record Rule<T extends Serializable>(String pattern, T value) implements Serializable {}

  public SymbolRules {
    rules = List.copyOf(rules);
  }

  /** Nothing is told of any symbol. */
  public static <T extends Serializable> SymbolRules<T> none() {
    return new SymbolRules<>(List.of());
  }

  public static <T extends Serializable> SymbolRules<T> of(Map<String, T> byPattern) {
    return new SymbolRules<>(
        byPattern.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, T> entry) -> SymbolPattern.literals(entry.getKey()))
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> new Rule<>(entry.getKey(), entry.getValue()))
            .toList());
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** What is told of a symbol. */
  public Optional<T> of(String symbol) {
    for (Rule<T> rule : rules) {
      if (SymbolPattern.matches(rule.pattern(), symbol)) {
        return Optional.of(rule.value());
      }
    }
    return Optional.empty();
  }
}

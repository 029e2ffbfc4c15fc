package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.market.SymbolRules;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a configuration tells of some symbols, by pattern. Of several patterns that match a symbol
 * the one with the most literal characters counts, as it is with sessions.
 */
final class DeclaredSymbols {

  /** What is told by pattern. */
  static final PatternOptions EACH = new PatternOptions(SymbolKeys.PREFIX, SymbolKeys.EACH);

  private final Map<String, Object> values;

  /**
   * @param values by pattern, dot and option
   */
  DeclaredSymbols(Map<String, Object> values) {
    this.values = values;
  }

  /** The notionals of symbols whose returns are differences, in units of their prices. */
  SymbolRules<Double> differences() {
    return SymbolRules.of(byPattern(SymbolKeys.DIFFERENCE));
  }

  /** The currencies of symbols that are told, by pattern. */
  Map<String, String> currencies() {
    return byPattern(SymbolKeys.CURRENCY);
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private <T> Map<String, T> byPattern(ConfigKey<T> option) {
    Map<String, T> byPattern = new TreeMap<>();
    values.forEach(
        (rest, value) -> {
          if (EACH.option(rest).filter(option::equals).isPresent()) {
            byPattern.put(EACH.pattern(rest), (T) value);
          }
        });
    return byPattern;
  }
}

package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.key.OptionTermKeys;
import io.mirrorcore.jobs.config.key.OptionTermKeys.Exercise;
import io.mirrorcore.jobs.wire.time.ExpiryTimes.ExpiryTime;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a configuration tells of the options on some symbols, by pattern of symbols. Of several
 * patterns that match a symbol the one with the most literal characters counts, as it is with
 * sessions; what that one leaves out is as it is with all options.
 */
final class DeclaredOptions {

  /** What is told by pattern. */
  static final PatternOptions EACH = new PatternOptions(OptionTermKeys.PREFIX, OptionTermKeys.EACH);

  private final Map<String, Object> values;

  /**
   * @param values by pattern, dot and option
   */
  DeclaredOptions(Map<String, Object> values) {
    this.values = values;
  }

  /** Whether a key is of a pattern, and not of all options. */
  static boolean isOfPattern(String key) {
    return key.startsWith(OptionTermKeys.PREFIX) && ConfigKeys.of(key) == null;
  }

  /** The moments of expiry that are not the usual one. */
  SymbolRules<ExpiryTime> expiries(ExpiryTime usual) {
    Map<String, ExpiryTime> byPattern = new TreeMap<>();
    for (String pattern : patterns()) {
      byPattern.put(
          pattern,
          new ExpiryTime(
              of(pattern, OptionTermKeys.EXPIRY_TIME).orElse(usual.time()),
              of(pattern, OptionTermKeys.EXPIRY_ZONE).orElse(usual.zone())));
    }
    return SymbolRules.of(byPattern);
  }

  /**
   * The parameters of a strategy on the symbols that have terms of their own.
   *
   * @param usual values of its parameters, by name
   */
  SymbolRules<Parameters> parameters(Strategy strategy, Map<String, Double> usual) {
    Map<String, Parameters> byPattern = new TreeMap<>();
    if (strategy.input() == Strategy.Input.OPTIONS) {
      for (String pattern : patterns()) {
        Map<String, Double> numbers = new TreeMap<>(usual);
        numbers.replaceAll((name, value) -> number(pattern, name).orElse(value));
        byPattern.put(pattern, Parameters.of(strategy, numbers));
      }
    }
    return SymbolRules.of(byPattern);
  }

  private Optional<Double> number(String pattern, String parameter) {
    return switch (parameter) {
      case "rate" -> of(pattern, OptionTermKeys.RATE);
      case "dividend" -> of(pattern, OptionTermKeys.DIVIDEND);
      case "american" ->
          of(pattern, OptionTermKeys.EXERCISE).map(how -> how == Exercise.AMERICAN ? 1.0 : 0.0);
      default -> Optional.empty();
    };
  }

  /** One sentence for each pattern that asks a strategy for what its edition does not know. */
  List<String> problems(Strategy strategy, List<Parameter> parameters) {
    List<String> problems = new ArrayList<>();
    boolean knows = parameters.stream().anyMatch(p -> p.name().equals("american"));
    for (String pattern : patterns()) {
      if (!knows && number(pattern, "american").orElse(0.0) > 0) {
        problems.add(
            ("%s%s.%s must be european where %s values European options alone; have american;"
                    + " set strategies.%s.edition: 2, or switch it off")
                .formatted(
                    OptionTermKeys.PREFIX,
                    pattern,
                    OptionTermKeys.EXERCISE.key(),
                    strategy.id(),
                    strategy.id()));
      }
    }
    return problems;
  }

  private SortedSet<String> patterns() {
    TreeSet<String> patterns = new TreeSet<>();
    values.keySet().stream()
        .filter(rest -> isOfPattern(OptionTermKeys.PREFIX + rest))
        .forEach(rest -> patterns.add(EACH.pattern(rest)));
    return patterns;
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private <T> Optional<T> of(String pattern, ConfigKey<T> option) {
    return Optional.ofNullable((T) values.get(pattern + "." + option.key()));
  }
}

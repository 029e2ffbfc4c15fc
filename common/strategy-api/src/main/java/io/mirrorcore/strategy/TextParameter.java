package io.mirrorcore.strategy;

import io.mirrorcore.market.SymbolRules;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something of one strategy that a user may set and that is no number: one of some words, or a list
 * of symbols and patterns of symbols. State is kept over a change of it, so that it must say
 * nothing about what a machine saves.
 *
 * @param name key under the strategy's id in the configuration, with dashes
 * @param choices the words; empty for patterns of symbols
 * @param defaults used when the configuration is silent
 * @param description one line: what it is
 */
public record TextParameter(
    String name, List<String> choices, List<String> defaults, String description) {

  private static final Pattern SYMBOLS = Pattern.compile("[^\\s,]{1,64}");

  public TextParameter {
    choices = List.copyOf(choices);
    defaults = List.copyOf(defaults);
  }

  /** One of some words, of which the first counts when none is set. */
  public static TextParameter choice(String name, List<String> choices, String description) {
    return new TextParameter(name, choices, choices.subList(0, 1), description);
  }

  /** Symbols and patterns of symbols as in {@link SymbolRules}; all when none is set. */
  public static TextParameter symbols(String name, String description) {
    return new TextParameter(name, List.of(), List.of("*"), description);
  }

  /** Whether these texts are allowed. */
  public boolean allows(List<String> texts) {
    return choices.isEmpty()
        ? !texts.isEmpty() && texts.stream().allMatch(text -> SYMBOLS.matcher(text).matches())
        : texts.size() == 1 && choices.contains(texts.get(0));
  }

  /** What is allowed, in words. */
  public String allowed() {
    return choices.isEmpty()
        ? "a list of symbols or patterns with * and ?, none with white space"
        : "one of " + String.join(", ", choices);
  }

  /** The default as a person would write it. */
  public String defaultText() {
    return String.join(", ", defaults);
  }
}

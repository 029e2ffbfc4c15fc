package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.key.ConfigKey;
import java.util.List;
import java.util.Optional;

/**
 * Options that a pattern of symbols has: {@code symbols.CL*.difference}. A pattern may have dots of
 * its own; the option is behind the last.
 *
 * @param prefix of their keys, with its dot
 * @param each that a pattern can have, by its last word
 */
record PatternOptions(String prefix, List<ConfigKey<?>> each) {

  /** The pattern in a key behind the prefix; all of it where no option is named. */
  String pattern(String rest) {
    return option(rest).isPresent() ? rest.substring(0, rest.lastIndexOf('.')) : rest;
  }

  /** The option in a key behind the prefix. */
  Optional<ConfigKey<?>> option(String rest) {
    int dot = rest.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : each.stream().filter(option -> option.key().equals(rest.substring(dot + 1))).findFirst();
  }
}

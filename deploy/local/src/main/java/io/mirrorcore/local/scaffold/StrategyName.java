package io.mirrorcore.local.scaffold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a strategy in its three spellings. It may be given in any of them.
 *
 * @param words in lower case, at least one
 */
record StrategyName(List<String> words) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*");

  /** Where a word begins inside one that is written together: BuyTheDip, RSIBand. */
  private static final Pattern SEAM =
      Pattern.compile("[_-]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  static StrategyName of(String given) {
    if (!NAME.matcher(given).matches()) {
      throw new ScaffoldException(
          "a strategy is named by letters and digits, as BuyTheDip or BUY_THE_DIP; have " + given);
    }
    return new StrategyName(
        Arrays.stream(SEAM.split(given)).map(word -> word.toLowerCase(Locale.ROOT)).toList());
  }

  /** {@code BUY_THE_DIP}: its id. */
  String id() {
    return String.join("_", words).toUpperCase(Locale.ROOT);
  }

  /** {@code BuyTheDip}: its class. */
  String type() {
    return words.stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code buy-the-dip}: its project. */
  String artifact() {
    return String.join("-", words);
  }
}

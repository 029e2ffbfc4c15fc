package io.mirrorcore.jobs.config.key;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a file has them: a whole number and one of ms, s, m, h, d. */
public final class DurationText {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");
  private static final List<String> UNITS = List.of("d", "h", "m", "s", "ms");

  private DurationText() {}

  /**
   * The duration that {@code text} names.
   *
   * @throws IllegalArgumentException when it names none
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a duration must be a whole number with ms, s, m, h or d, like 250ms or 5m; have "
              + text);
    }
    try {
      return Duration.ofMillis(
          Math.multiplyExact(Long.parseLong(matcher.group(1)), millis(matcher.group(2))));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a duration must fit into milliseconds; have " + text, e);
    }
  }

  /** The text of a duration of whole milliseconds in the largest unit that divides it. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    for (String unit : UNITS) {
      if (millis != 0 && millis % millis(unit) == 0) {
        return millis / millis(unit) + unit;
      }
    }
    return "0s";
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "ms" -> 1L;
      case "s" -> 1_000L;
      case "m" -> 60_000L;
      case "h" -> 3_600_000L;
      default -> 86_400_000L;
    };
  }
}

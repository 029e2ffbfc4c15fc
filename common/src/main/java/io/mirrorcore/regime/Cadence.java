package io.mirrorcore.regime;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wait between two rebalances: a duration of event time, or a number of bars; exactly one of
 * the two is set. Bars suit a backtest, whose windows are counted in them; a duration means the
 * same at every bar interval.
 *
 * @param millis milliseconds of event time, or 0
 * @param bars bars of the portfolio, or 0
 */
public record Cadence(long millis, int bars) implements Serializable {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Pattern BARS = Pattern.compile("(\\d{1,9})\\s*bars?");

  public Cadence {
    if (millis < 0 || bars < 0 || (millis > 0) == (bars > 0)) {
      throw new IllegalArgumentException(
          "a cadence must be either a positive duration or a positive number of bars; have "
              + millis
              + " ms and "
              + bars
              + " bars");
    }
  }

  public static Cadence ofMillis(long millis) {
    return new Cadence(millis, 0);
  }

  public static Cadence ofDays(int days) {
    return ofMillis(days * unitMillis("d"));
  }

  public static Cadence ofBars(int bars) {
    return new Cadence(0, bars);
  }

  /**
   * Reads {@code "7d"}, {@code "12h"}, {@code "15m"}, {@code "30s"}, {@code "500ms"} or {@code "30
   * bars"}.
   */
  public static Cadence parse(String text) {
    String trimmed = text.strip();
    Matcher duration = DURATION.matcher(trimmed);
    if (duration.matches() && Long.parseLong(duration.group(1)) > 0) {
      return ofMillis(Long.parseLong(duration.group(1)) * unitMillis(duration.group(2)));
    }
    Matcher bars = BARS.matcher(trimmed);
    if (bars.matches() && Integer.parseInt(bars.group(1)) > 0) {
      return ofBars(Integer.parseInt(bars.group(1)));
    }
    throw new IllegalArgumentException(
        "a cadence must be a positive duration such as 7d, 12h, 15m or 30s,"
            + " or a positive number of bars such as \"30 bars\"; have \""
            + text
            + "\"");
  }

  /**
   * Whether it is time again.
   *
   * @param sinceMillis event time since the last time, milliseconds
   * @param sinceBars bars since the last time
   */
  public boolean elapsed(long sinceMillis, long sinceBars) {
    return bars > 0 ? sinceBars >= bars : sinceMillis >= millis;
  }

  /** What {@link #parse} reads back, in the greatest unit that divides it. */
  @Override
  public String toString() {
    if (bars > 0) {
      return bars + (bars == 1 ? " bar" : " bars");
    }
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      if (millis % unitMillis(unit) == 0) {
        return millis / unitMillis(unit) + unit;
      }
    }
    return millis + "ms";
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "d" -> 86_400_000L;
      case "h" -> 3_600_000L;
      case "m" -> 60_000L;
      case "s" -> 1_000L;
      default -> 1L;
    };
  }
}

package io.mirrorcore.jobs.wire.vendor;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The interval of bars as vendors write it: {@code 1m}, {@code 5min}, {@code 1d}. */
final class IntervalText {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}) ?([a-z]+)");
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("s", 1_000L),
          Map.entry("sec", 1_000L),
          Map.entry("m", 60_000L),
          Map.entry("min", 60_000L),
          Map.entry("h", 3_600_000L),
          Map.entry("hour", 3_600_000L),
          Map.entry("d", 86_400_000L),
          Map.entry("day", 86_400_000L),
          Map.entry("w", 604_800_000L));

  private IntervalText() {}

  /** Milliseconds, or 0 for what is no interval. */
  static long millis(String text) {
    Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
    return written.matches()
        ? Long.parseLong(written.group(1)) * UNITS.getOrDefault(written.group(2), 0L)
        : 0;
  }
}

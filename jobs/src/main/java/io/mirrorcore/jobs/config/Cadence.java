package io.mirrorcore.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something is due: after a duration or after a number of bars.
 *
 * @param duration event time, above 0, or null where bars are counted
 * @param bars number of bars, at least 1, or 0 where time is measured
 */
public record Cadence(Duration duration, int bars) implements Serializable {

  private static final Pattern BARS = Pattern.compile("(\\d{1,9}) bars?");

  public Cadence {
    if (duration == null ? !(bars >= 1) : bars != 0 || duration.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "a cadence must be a duration above 0 or at least 1 bar; have " + duration + ", " + bars);
    }
  }

  public static Cadence ofBars(int bars) {
    return new Cadence(null, bars);
  }

  public static Cadence of(Duration duration) {
    return new Cadence(duration, 0);
  }

  /** Reads {@code "7d"} or {@code "30 bars"}. */
  static Cadence parse(String text) {
    Matcher matcher = BARS.matcher(text);
    return matcher.matches()
        ? ofBars(Integer.parseInt(matcher.group(1)))
        : of(DurationText.parse(text));
  }

  public boolean isInBars() {
    return duration == null;
  }

  @Override
  public String toString() {
    return isInBars() ? bars + " bars" : DurationText.format(duration);
  }
}

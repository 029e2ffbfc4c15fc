package io.mirrorcore.jobs.config.key;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What the options on some symbols are like, under {@code options.PATTERN}. What is not told there
 * is as {@code options.expiry-time}, {@code options.expiry-zone} and the parameters of the
 * strategies on options have it.
 */
public final class OptionTermKeys {

  public static final String PREFIX = "options.";

  /** Whether an option may be exercised before it expires. */
  public enum Exercise {
    EUROPEAN,
    AMERICAN;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final ConfigKey<Double> RATE =
      ConfigKey.open("rate", ValueType.real(-0.5, 1), "Risk-free rate per year, as 0.05.");

  public static final ConfigKey<Double> DIVIDEND =
      ConfigKey.open(
          "dividend", ValueType.real(-0.5, 1), "Dividend yield of the underlying per year.");

  public static final ConfigKey<Exercise> EXERCISE =
      ConfigKey.open(
          "exercise",
          ValueType.named(List.of(Exercise.values()), Exercise::word),
          "American options may be exercised before they expire (edition 2 of OPTION_FLOW).");

  public static final ConfigKey<LocalTime> EXPIRY_TIME =
      ConfigKey.open(
          "expiry-time", ValueType.timeOfDay(), "Local time at which they expire on their day.");

  public static final ConfigKey<ZoneId> EXPIRY_ZONE =
      ConfigKey.open(
          "expiry-zone", ValueType.zone(), "Time zone of that time and of the days of trading.");

  /** What a pattern of symbols has. */
  public static final List<ConfigKey<?>> EACH =
      List.of(RATE, DIVIDEND, EXERCISE, EXPIRY_TIME, EXPIRY_ZONE);

  private OptionTermKeys() {}
}

package io.mirrorcore.local.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 60s}, {@code 5m}, {@code 2h}, {@code 500ms}. */
public final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (!lower.matches("\\d{1,9}(ms|s|m|h|d)") || lower.matches("0+\\D+")) {
      throw new TypeConversionException(
          "a duration is a positive number with ms, s, m, h or d, such as 60s; have " + text);
    }
    long amount = Long.parseLong(lower.replaceAll("\\D+$", ""));
    return switch (lower.replaceAll("^\\d+", "")) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}

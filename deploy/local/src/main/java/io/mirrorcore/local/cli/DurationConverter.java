package io.mirrorcore.local.cli;

import io.mirrorcore.jobs.config.key.DurationText;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converter of durations above 0 as people write them: {@code 60s}, {@code 5m}, {@code 2h}, {@code
 * 500ms}. The grammar is that of the configuration, {@link DurationText}, in either case.
 */
public final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      Duration duration = DurationText.parse(text.strip().toLowerCase(Locale.ROOT));
      if (!duration.isZero()) {
        return duration;
      }
    } catch (IllegalArgumentException e) {
      throw refused(text, e);
    }
    throw refused(text, null);
  }

  private static TypeConversionException refused(String text, Throwable cause) {
    TypeConversionException refused =
        new TypeConversionException(
            "a duration is a positive number with ms, s, m, h or d, such as 60s; have " + text);
    refused.initCause(cause);
    return refused;
  }
}

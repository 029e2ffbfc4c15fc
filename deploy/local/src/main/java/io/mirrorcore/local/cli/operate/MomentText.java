package io.mirrorcore.local.cli.operate;

import io.mirrorcore.local.cli.DurationConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converter of moments as people write them, a date, an instant or a time ago: {@code 2026-01-31},
 * {@code 2026-01-31T16:00Z}, {@code 2h}.
 */
final class MomentText implements ITypeConverter<Instant> {

  private final Instant now;

  MomentText() {
    this(Instant.now());
  }

  /**
   * @param now what a duration is counted back from
   */
  MomentText(Instant now) {
    this.now = now;
  }

  @Override
  public Instant convert(String text) {
    String stripped = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (stripped.matches("\\d{1,9}(MS|S|M|H|D)")) {
        return now.minus(new DurationConverter().convert(stripped));
      }
      if (!stripped.contains("T")) {
        return LocalDate.parse(stripped).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return stripped.endsWith("Z")
          ? Instant.parse(stripped)
          : LocalDateTime.parse(stripped).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "a moment is a date or a time in UTC, such as 2026-01-31 or 2026-01-31T16:00:00Z, or how"
              + " long ago, such as 2h; have "
              + text);
    }
  }
}

package io.mirrorcore.jobs.config.key;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a user may set: its key, what is allowed, its default and what it means, in one
 * typed constant of which the checks, {@code config print} and the documentation are all made.
 */
public final class ConfigKey<T> {

  private final String key;
  private final ValueType<T> type;
  private final T defaultValue;
  private final String description;

  private ConfigKey(String key, ValueType<T> type, T defaultValue, String description) {
    this.key = key;
    this.type = type;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** An option whose default is written as a user would write it, and so must be allowed. */
  static <T> ConfigKey<T> of(
      String key, ValueType<T> type, String defaultText, String description) {
    T value =
        type.parse()
            .apply(List.of(defaultText))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        key + " must be " + type.allowed() + "; have the default " + defaultText));
    return new ConfigKey<>(key, type, value, description);
  }

  /** An option that may be left open; {@code description} says what happens then. */
  static <T> ConfigKey<T> open(String key, ValueType<T> type, String description) {
    return new ConfigKey<>(key, type, null, description);
  }

  /** Dotted key in the file, {@code bars.interval}. */
  public String key() {
    return key;
  }

  /** What counts when the file is silent; empty for an option that may be left open. */
  public Optional<T> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** What may stand there, in words that follow "must be". */
  public String allowed() {
    return type.allowed();
  }

  /** What it is, with its unit: one line. */
  public String description() {
    return description;
  }

  public Optional<T> parse(List<String> texts) {
    return type.parse().apply(texts);
  }

  /** A value as a user would write it. */
  public String text(T value) {
    return String.join(", ", print(value));
  }

  public List<String> print(T value) {
    return type.print().apply(value);
  }

  /** The default as a user would write it, or "not set", or "none" for an empty list. */
  public String defaultText() {
    if (defaultValue == null) {
      return "not set";
    }
    List<String> texts = print(defaultValue);
    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }

  @Override
  public String toString() {
    return key;
  }
}

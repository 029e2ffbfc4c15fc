package io.mirrorcore.calendar;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A trading day that ends early.
 *
 * @param day date of the trading day
 * @param close local time of that date from which there is no trading
 */
public record HalfDay(LocalDate day, LocalTime close) implements Serializable {

  /**
   * Reads one.
   *
   * @param text like 2026-11-27 13:00
   * @throws IllegalArgumentException if it is not like that
   */
  public static HalfDay parse(String text) {
    String[] parts = text.strip().split("[ T]+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("a half day must be like 2026-11-27 13:00; have " + text);
    }
    try {
      return new HalfDay(LocalDate.parse(parts[0]), LocalTime.parse(parts[1]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a half day must be like 2026-11-27 13:00; have " + text, e);
    }
  }

  /** As it is written: 2026-11-27 13:00. */
  @Override
  public String toString() {
    return day + " " + close;
  }
}

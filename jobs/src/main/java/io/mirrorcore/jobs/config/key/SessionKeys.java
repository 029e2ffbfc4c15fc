package io.mirrorcore.jobs.config.key;

import io.mirrorcore.calendar.DayHours;
import io.mirrorcore.calendar.Exchange;
import io.mirrorcore.calendar.HalfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * When the markets of some symbols are open, under {@code sessions.PATTERN}: the name of a market,
 * or keys of which the other ones go before what that market has.
 */
public final class SessionKeys {

  public static final String PREFIX = "sessions.";

  public static final ConfigKey<Exchange> MARKET =
      ConfigKey.open(
          "market",
          ValueType.named(List.of(Exchange.values()), Exchange::id),
          "A usual market, whose zone, days, hours and holidays hold where they are not set.");

  public static final ConfigKey<ZoneId> ZONE =
      ConfigKey.open("zone", ValueType.zone(), "Time zone of the hours.");

  public static final ConfigKey<List<DayOfWeek>> DAYS =
      ConfigKey.open(
          "days",
          ValueType.listOf(
              "a list of weekdays like mon, tue, each once",
              ValueType.named(List.of(DayOfWeek.values()), SessionKeys::word)),
          "Weekdays on which a trading day ends.");

  public static final ConfigKey<List<DayHours>> HOURS =
      ConfigKey.open(
          "hours",
          ValueType.listOf(
              "a list of hours like 09:30-16:00, each once",
              ValueType.of("hours", DayHours::parse, hours -> true, DayHours::toString)),
          "Hours of a trading day; 17:00-16:00 opens the evening before.");

  public static final ConfigKey<List<LocalDate>> HOLIDAYS =
      ConfigKey.open(
          "holidays",
          ValueType.listOf(
              "a list of dates like 2026-12-25, each once",
              ValueType.of("a date", LocalDate::parse, date -> true, LocalDate::toString)),
          "Days without trading, besides those that the market's rule tells.");

  public static final ConfigKey<List<HalfDay>> HALF_DAYS =
      ConfigKey.open(
          "half-days",
          ValueType.listOf(
              "a list of days and when they close, like 2026-11-27 13:00, each once",
              ValueType.of("a half day", HalfDay::parse, half -> true, HalfDay::toString)),
          "Days that close early, besides those that the market's rule tells (in New York the day"
              + " after Thanksgiving, Christmas Eve and 3 July).");

  public static final ConfigKey<Double> DAYS_PER_YEAR =
      ConfigKey.open(
          "days-per-year",
          ValueType.above(0, 366),
          "Trading days of a usual year; when not set, the market's, or the weekdays of a year"
              + " less the holidays.");

  /** What a pattern of symbols has. */
  public static final List<ConfigKey<?>> EACH =
      List.of(MARKET, ZONE, DAYS, HOURS, HOLIDAYS, HALF_DAYS, DAYS_PER_YEAR);

  private SessionKeys() {}

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}

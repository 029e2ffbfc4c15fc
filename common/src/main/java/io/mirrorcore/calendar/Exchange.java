package io.mirrorcore.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The usual markets, by the regular hours that they publish. Days a year are those of a usual one:
 * 52.18 weeks of five days, less the holidays.
 */
public enum Exchange {
  ALWAYS("24x7", "UTC", 7, Holidays.NONE, 365, "00:00-24:00"),
  /** Spot currencies: from Sunday 17:00 to Friday 17:00 in New York. */
  FX("fx", "America/New_York", 5, Holidays.NONE, 260, "17:00-17:00"),
  NYSE("nyse", "America/New_York", 5, Holidays.NEW_YORK, 252, "09:30-16:00"),
  NASDAQ("nasdaq", "America/New_York", 5, Holidays.NEW_YORK, 252, "09:30-16:00"),
  TORONTO("toronto", "America/Toronto", 5, Holidays.NONE, 252, "09:30-16:00"),
  LSE("lse", "Europe/London", 5, Holidays.LONDON, 253, "08:00-16:30"),
  XETRA("xetra", "Europe/Berlin", 5, Holidays.FRANKFURT, 254, "09:00-17:30"),
  EURONEXT("euronext", "Europe/Paris", 5, Holidays.NONE, 256, "09:00-17:30"),
  SIX("six", "Europe/Zurich", 5, Holidays.NONE, 252, "09:00-17:30"),
  /** To 15:30 since November 2024; a bar that is missing before then was never expected. */
  TOKYO("tokyo", "Asia/Tokyo", 5, Holidays.NONE, 245, "09:00-11:30", "12:30-15:30"),
  HONG_KONG("hong-kong", "Asia/Hong_Kong", 5, Holidays.NONE, 246, "09:30-12:00", "13:00-16:00"),
  SHANGHAI("shanghai", "Asia/Shanghai", 5, Holidays.NONE, 243, "09:30-11:30", "13:00-15:00"),
  SYDNEY("sydney", "Australia/Sydney", 5, Holidays.NONE, 253, "10:00-16:00"),
  MUMBAI("mumbai", "Asia/Kolkata", 5, Holidays.NONE, 248, "09:15-15:30"),
  /** Futures on CME Globex: from Sunday 17:00, with an hour's pause each day. */
  CME("cme-globex", "America/Chicago", 5, Holidays.NONE, 252, "17:00-16:00");

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // its collections are never written to
  private final TradingHours hours;

  Exchange(
      String id, String zone, int days, Holidays rests, double daysPerYear, String... stretches) {
    this.id = id;
    Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(days));
    List<DayHours> hours = Stream.of(stretches).map(DayHours::parse).toList();
    this.hours =
        new TradingHours(ZoneId.of(zone), week, hours, rests, Set.of(), Map.of(), daysPerYear);
  }

  /** As it is written in a configuration. */
  public String id() {
    return id;
  }

  public TradingHours hours() {
    return hours;
  }
}

package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.calendar.Exchange;
import io.mirrorcore.calendar.TradingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeclaredSessionsTest {

  private static final String MIXED =
      """
      bars.interval: 1m
      sessions:
        "BTC*": 24x7
        "*": nyse
        BRK.B:
          market: nasdaq
          holidays: [2026-11-27]
        OWN:
          zone: Europe/Vienna
          days: [mon, wed]
          hours: [09:00-12:00, 13:00-17:00]
          holidays: [2025-12-24, 2026-12-23]
          half-days: ["2026-12-21 10:30", 2026-12-28T11:00]
      """;

  private static TradingHours of(String yaml, String symbol) {
    return Settings.parse(yaml, "test.yaml").sessions().of(symbol).orElseThrow();
  }

  @Test
  void theNameOfAMarketStandsForItsHours() {
    assertThat(of(MIXED, "BTC-USD")).isEqualTo(Exchange.ALWAYS.hours());
    assertThat(of(MIXED, "IBM")).isEqualTo(Exchange.NYSE.hours());
    assertThat(of(MIXED, "BRK.B").isTradingDay(LocalDate.of(2026, 11, 27))).isFalse();
    assertThat(of(MIXED, "BRK.B").daysPerYear()).isEqualTo(252);
  }

  @Test
  void ownHoursAreDeclaredByZoneDaysAndHours() {
    TradingHours own = of(MIXED, "OWN");
    assertThat(own.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(own.days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
    assertThat(own.hours())
        .extracting(Object::toString)
        .containsExactly("09:00-12:00", "13:00-17:00");
    assertThat(own.daysPerYear()).as("104 weekdays, a holiday a year").isEqualTo(103);
  }

  @Test
  void halfDaysEndWhenTheyAreDeclaredTo() {
    TradingHours own = of(MIXED, "OWN");
    long half = 9 * 3_600_000L + 30 * 60_000L; // 10:30 in Vienna
    long day = LocalDate.of(2026, 12, 21).toEpochDay() * 86_400_000L;
    assertThat(own.isOpen(day + half - 60_000, day + half)).isTrue();
    assertThat(own.isOpen(day + half, day + half + 60_000)).isFalse();
    assertThat(own.isOpen(day + half, day + half + 6 * 3_600_000)).as("afternoon").isFalse();
    long week = day + 7 * 86_400_000L;
    assertThat(own.isOpen(week + half, week + half + 60_000)).as("to 11:00").isTrue();
    assertThatThrownBy(() -> Settings.defaults().with("sessions.A.half-days", "2026-12-24"))
        .hasMessageContaining("like 2026-11-27 13:00");
  }

  @Test
  void barsPerDayAndYearComeFromThem() {
    Settings shares = Settings.parse("sessions: {\"*\": nyse}", "test.yaml");
    assertThat(shares.barsPerDay()).isEqualTo(390);
    assertThat(shares.barsPerYear()).isEqualTo(390 * 252);
    assertThat(shares.with("bars.per-year", "98000").barsPerYear()).isEqualTo(98000);
    Settings daily = shares.with("sessions.BTC*", "24x7").with("bars.interval", "1d");
    assertThat(daily.barsPerYear()).isEqualTo(365);
    assertThat(Settings.defaults().barsPerYear()).as("none declared").isEqualTo(1440 * 365);
  }

  @Test
  void aPrintedConfigurationDeclaresTheSame() {
    Settings mixed = Settings.parse(MIXED, "test.yaml");
    assertThat(Settings.parse(mixed.print(), "printed").sessions()).isEqualTo(mixed.sessions());
    assertThat(Settings.parse(mixed.given(), "given").sessions()).isEqualTo(mixed.sessions());
  }

  @Test
  void whatIsWrongIsOneSentence() {
    wrong("sessions: {\"*\": nise}", "sessions.* must be one of 24x7, fx, nyse");
    wrong("sessions: {A: {zone: UTC}}", "sessions.A must have a market, or zone, days and hours");
    wrong("sessions: {A: {market: lse, days: [mon, mon]}}", "a list of weekdays like mon, tue");
    wrong("sessions: {A: {market: lse, hours: 9-5}}", "a list of hours like 09:30-16:00");
    wrong("sessions: {A: {market: lse, holidays: 25.12.}}", "a list of dates like 2026-12-25");
    wrong("sessions: nyse", "sessions is no option");
  }

  private static void wrong(String yaml, String sentence) {
    assertThatThrownBy(() -> Settings.parse(yaml, "test.yaml")).hasMessageContaining(sentence);
  }
}

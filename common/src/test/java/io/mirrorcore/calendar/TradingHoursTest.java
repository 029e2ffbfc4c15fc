package io.mirrorcore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradingHoursTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private static boolean open(Exchange exchange, String close, long intervalMs) {
    long upTo = Instant.parse(close).toEpochMilli();
    return exchange.hours().isOpen(upTo - intervalMs, upTo);
  }

  @Test
  void aShareTradesFromItsOpeningToItsClose() {
    assertThat(open(Exchange.NYSE, "2024-03-08T14:30:00Z", MINUTE)).as("to the opening").isFalse();
    assertThat(open(Exchange.NYSE, "2024-03-08T14:31:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.NYSE, "2024-03-08T21:00:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.NYSE, "2024-03-08T21:01:00Z", MINUTE)).isFalse();
    assertThat(open(Exchange.NYSE, "2024-03-11T13:31:00Z", MINUTE)).as("summer time").isTrue();
    assertThat(open(Exchange.NYSE, "2024-03-09T15:00:00Z", MINUTE)).as("Saturday").isFalse();
    assertThat(open(Exchange.NYSE, "2024-03-29T15:00:00Z", MINUTE)).as("Good Friday").isFalse();
  }

  @Test
  void aBarOfADayIsExpectedWhereAnyOfItIsTraded() {
    assertThat(open(Exchange.NYSE, "2024-03-08T21:00:00Z", DAY)).isTrue();
    assertThat(open(Exchange.NYSE, "2024-03-09T00:00:00Z", DAY)).isTrue();
    assertThat(open(Exchange.NYSE, "2024-03-10T00:00:00Z", DAY)).isFalse();
    assertThat(open(Exchange.ALWAYS, "2024-03-10T00:00:00Z", DAY)).isTrue();
  }

  @Test
  void aFutureOpensOnSundayAndPausesForAnHour() {
    assertThat(open(Exchange.CME, "2024-01-14T23:00:00Z", MINUTE)).as("Sunday 17:00").isFalse();
    assertThat(open(Exchange.CME, "2024-01-14T23:01:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.CME, "2024-01-15T22:00:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.CME, "2024-01-15T22:30:00Z", MINUTE)).as("the pause").isFalse();
    assertThat(open(Exchange.CME, "2024-01-19T22:01:00Z", MINUTE)).as("Friday").isFalse();
    assertThat(open(Exchange.FX, "2024-01-14T22:01:00Z", MINUTE)).as("Sunday 17:01").isTrue();
    assertThat(open(Exchange.FX, "2024-01-19T22:01:00Z", MINUTE)).isFalse();
  }

  @Test
  void aHalfDayEndsEarly() {
    for (String day : List.of("2024-11-29", "2024-12-24", "2024-07-03", "2026-11-27")) {
      String hour = day.startsWith("2024-07") ? "T17:" : "T18:"; // 13:00 in New York
      assertThat(open(Exchange.NYSE, day + hour + "00:00Z", MINUTE)).as(day).isTrue();
      assertThat(open(Exchange.NYSE, day + hour + "01:00Z", MINUTE)).as(day).isFalse();
      assertThat(open(Exchange.NYSE, day + "T21:00:00Z", DAY)).as(day).isTrue();
    }
    assertThat(open(Exchange.NYSE, "2020-07-02T19:00:00Z", MINUTE)).as("3 July rests").isTrue();
    assertThat(open(Exchange.NYSE, "2024-11-27T19:00:00Z", MINUTE)).as("the day before").isTrue();
    assertThat(open(Exchange.LSE, "2024-12-31T12:31:00Z", MINUTE)).isFalse();
    assertThat(open(Exchange.LSE, "2024-12-30T12:31:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.XETRA, "2024-12-30T13:01:00Z", MINUTE)).isFalse();
    TradingHours own =
        Exchange.CME.hours().closingEarly(List.of(HalfDay.parse("2024-07-04 12:00")));
    long noon = Instant.parse("2024-07-04T17:00:00Z").toEpochMilli();
    assertThat(own.isOpen(noon - MINUTE, noon)).isTrue();
    assertThat(own.isOpen(noon, noon + MINUTE)).isFalse();
    long evening = Instant.parse("2024-07-04T22:01:00Z").toEpochMilli();
    assertThat(own.isOpen(evening - MINUTE, evening)).as("the Friday has begun").isTrue();
  }

  @Test
  void aHalfDayIsReadAsItIsWritten() {
    assertThat(HalfDay.parse("2026-11-27 13:00")).hasToString("2026-11-27 13:00");
    assertThat(HalfDay.parse(" 2026-11-27T09:30")).hasToString("2026-11-27 09:30");
    for (String wrong : List.of("2026-11-27", "13:00", "2026-11-31 13:00", "2026-11-27 25:00")) {
      assertThatThrownBy(() -> HalfDay.parse(wrong)).hasMessageContaining("like 2026-11-27 13:00");
    }
  }

  @Test
  void asiaHasLunch() {
    assertThat(open(Exchange.TOKYO, "2024-01-15T02:30:00Z", MINUTE)).isTrue();
    assertThat(open(Exchange.TOKYO, "2024-01-15T03:00:00Z", MINUTE)).isFalse();
    assertThat(open(Exchange.HONG_KONG, "2024-01-15T05:01:00Z", MINUTE)).isTrue();
  }

  @Test
  void ownHolidaysAreClosed() {
    LocalDate day = LocalDate.of(2024, 1, 15);
    TradingHours hours = Exchange.TOKYO.hours().closedOn(Set.of(day));
    assertThat(hours.isTradingDay(day)).isFalse();
    assertThat(hours.isTradingDay(day.plusDays(1))).isTrue();
  }

  /** As the exchanges have published them. */
  @Test
  void rulesGiveTheHolidaysOfTheExchanges() {
    assertThat(resting(Exchange.NYSE, 2022))
        .containsExactly(
            "2022-01-17",
            "2022-02-21",
            "2022-04-15",
            "2022-05-30",
            "2022-06-20",
            "2022-07-04",
            "2022-09-05",
            "2022-11-24",
            "2022-12-26");
    assertThat(resting(Exchange.NYSE, 2021)).contains("2021-07-05", "2021-12-24").hasSize(9);
    assertThat(resting(Exchange.NYSE, 2023)).contains("2023-01-02").hasSize(10);
    assertThat(resting(Exchange.LSE, 2022))
        .contains("2022-01-03", "2022-04-15", "2022-04-18", "2022-12-26", "2022-12-27");
    assertThat(resting(Exchange.LSE, 2021)).contains("2021-12-27", "2021-12-28").hasSize(8);
    assertThat(resting(Exchange.XETRA, 2024))
        .containsExactly(
            "2024-01-01",
            "2024-03-29",
            "2024-04-01",
            "2024-05-01",
            "2024-12-24",
            "2024-12-25",
            "2024-12-26",
            "2024-12-31");
  }

  private static List<String> resting(Exchange exchange, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .filter(day -> !exchange.hours().isTradingDay(day))
        .map(LocalDate::toString)
        .toList();
  }

  @Test
  void easterIsWhenItWas() {
    assertThat(List.of(1961, 2000, 2019, 2038))
        .extracting(year -> Holidays.easter(year).toString())
        .containsExactly("1961-04-02", "2000-04-23", "2019-04-21", "2038-04-25");
  }

  @Test
  void hoursAreReadAsTheyAreWritten() {
    assertThat(DayHours.parse("09:30-16:00")).hasToString("09:30-16:00");
    assertThat(DayHours.parse("00:00 - 24:00")).hasToString("00:00-24:00");
    for (String wrong : List.of("09:30", "9.30-16", "09:30-25:00", "09:30-12:00-16:00")) {
      assertThatThrownBy(() -> DayHours.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("like 09:30-16:00");
    }
    assertThatThrownBy(
            () ->
                new TradingHours(
                    ZoneId.of("UTC"), Set.of(), List.of(), Holidays.NONE, Set.of(), Map.of(), 252))
        .hasMessageContaining("days and hours");
  }
}

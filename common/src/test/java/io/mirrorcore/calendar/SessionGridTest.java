package io.mirrorcore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Bars that begin with the session of their market, by the calendars of exchanges. */
class SessionGridTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static String closeOf(Exchange exchange, Duration interval, String time) {
    return text(new SessionGrid(exchange.hours(), interval.toMillis()).closeOf(ms(time)));
  }

  private static String closeAtOrAfter(Exchange exchange, Duration interval, String time) {
    return text(new SessionGrid(exchange.hours(), interval.toMillis()).closeAtOrAfter(ms(time)));
  }

  private static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static String text(OptionalLong close) {
    return close.isPresent() ? Instant.ofEpochMilli(close.getAsLong()).toString() : "closed";
  }

  @Test
  void hoursBeginWithTheOpeningAndTheLastEndsWithTheClose() {
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-08T14:30:00.001Z"))
        .isEqualTo("2024-03-08T15:30:00Z");
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-08T15:30:00Z"))
        .as("closed on the right")
        .isEqualTo("2024-03-08T15:30:00Z");
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-08T20:45:00Z"))
        .as("half an hour is left of the day")
        .isEqualTo("2024-03-08T21:00:00Z");
  }

  @Test
  void daylightSavingMovesThemWithTheMarket() {
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-11T13:31:00Z"))
        .isEqualTo("2024-03-11T14:30:00Z");
  }

  @Test
  void theMomentOfTheOpeningIsOfNoBar() {
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-08T14:30:00Z")).isEqualTo("closed");
    assertThat(closeOf(Exchange.NYSE, HOUR, "2024-03-09T15:00:00Z")).isEqualTo("closed");
  }

  @Test
  void afterAPauseTheyBeginAnew() {
    assertThat(closeOf(Exchange.HONG_KONG, HOUR, "2024-01-15T03:45:00Z"))
        .as("the last before lunch")
        .isEqualTo("2024-01-15T04:00:00Z");
    assertThat(closeOf(Exchange.HONG_KONG, HOUR, "2024-01-15T04:30:00Z")).isEqualTo("closed");
    assertThat(closeOf(Exchange.HONG_KONG, HOUR, "2024-01-15T05:00:01Z"))
        .isEqualTo("2024-01-15T06:00:00Z");
  }

  @Test
  void aDayIsFromItsFirstOpeningToItsLastClose() {
    assertThat(closeOf(Exchange.HONG_KONG, DAY, "2024-01-15T02:00:00Z"))
        .isEqualTo("2024-01-15T08:00:00Z");
    assertThat(closeOf(Exchange.NYSE, DAY, "2024-11-29T15:00:00Z"))
        .as("the Friday after Thanksgiving ends at one")
        .isEqualTo("2024-11-29T18:00:00Z");
    assertThat(closeOf(Exchange.CME, DAY, "2024-01-14T23:30:00Z"))
        .as("Sunday evening is of Monday")
        .isEqualTo("2024-01-15T22:00:00Z");
  }

  @Test
  void whereTheMarketIsClosedTheNextBarIsFound() {
    assertThat(closeAtOrAfter(Exchange.NYSE, HOUR, "2024-03-08T16:00:00Z"))
        .as("of its own bar where it has one")
        .isEqualTo("2024-03-08T16:30:00Z");
    assertThat(closeAtOrAfter(Exchange.NYSE, HOUR, "2024-03-08T21:00:01Z"))
        .as("over a weekend and the change of clocks")
        .isEqualTo("2024-03-11T14:30:00Z");
    assertThat(closeAtOrAfter(Exchange.NYSE, DAY, "2024-03-28T20:00:01Z"))
        .as("over Good Friday")
        .isEqualTo("2024-04-01T20:00:00Z");
    assertThat(closeAtOrAfter(Exchange.HONG_KONG, HOUR, "2024-01-15T04:30:00Z"))
        .as("over lunch")
        .isEqualTo("2024-01-15T06:00:00Z");
  }

  @Test
  void oneGridAnswersInAnyOrder() {
    SessionGrid grid = new SessionGrid(Exchange.NYSE.hours(), HOUR.toMillis());
    for (String time : new String[] {"2024-03-11T13:45:00Z", "2024-03-08T14:45:00Z"}) {
      assertThat(text(grid.closeOf(ms(time))))
          .isEqualTo(closeOf(Exchange.NYSE, HOUR, time))
          .isNotEqualTo("closed");
    }
  }

  @Test
  void aBarOfMoreThanADayHasNoSession() {
    for (long interval : new long[] {0, -1, DAY.toMillis() + 1}) {
      assertThatThrownBy(() -> new SessionGrid(Exchange.NYSE.hours(), interval))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at most a day; have " + interval);
    }
    assertThat(closeOf(Exchange.ALWAYS, DAY, "2024-03-09T12:00:00Z"))
        .isEqualTo("2024-03-10T00:00:00Z");
  }
}

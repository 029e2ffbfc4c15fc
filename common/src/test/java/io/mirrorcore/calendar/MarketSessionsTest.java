package io.mirrorcore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketSessionsTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private static BarCount count(long intervalMs, Exchange... exchanges) {
    List<MarketSessions.Rule> rules =
        List.of(exchanges).stream()
            .map(exchange -> new MarketSessions.Rule(exchange.id(), exchange.hours()))
            .toList();
    return new MarketSessions(rules, intervalMs).countAll().orElseThrow();
  }

  private static void counts(BarCount count, double perDay, double perYear) {
    assertThat(count.perDay()).isCloseTo(perDay, within(1e-9));
    assertThat(count.perYear()).isCloseTo(perYear, within(1e-6));
  }

  @Test
  void barsOfOneMarketAreThoseOfItsHours() {
    counts(count(MINUTE, Exchange.NYSE), 390, 390 * 252);
    counts(count(60 * MINUTE, Exchange.NYSE), 7, 7 * 252);
    counts(count(MINUTE, Exchange.CME), 1380, 1380 * 252);
    counts(count(MINUTE, Exchange.FX), 1440, 1440 * 260);
    counts(count(MINUTE, Exchange.ALWAYS), 1440, 1440 * 365);
    counts(count(MINUTE, Exchange.TOKYO), 330, 330 * 245);
    counts(count(DAY, Exchange.NYSE), 1, 252);
    counts(count(DAY, Exchange.ALWAYS), 1, 365);
    counts(count(7 * DAY, Exchange.NYSE), 365.0 / 7 / 252, 365.0 / 7);
  }

  @Test
  void severalMarketsHaveTheBarsOfAnyOfThem() {
    counts(count(DAY, Exchange.NYSE, Exchange.ALWAYS), 1, 365);
    counts(count(MINUTE, Exchange.NYSE, Exchange.ALWAYS), 1440, 1440 * 365);
    counts(count(MINUTE, Exchange.NYSE, Exchange.NASDAQ), 390, 390 * 252);
    // London opens at 08:00, New York closes at 21:00, in winter.
    counts(count(MINUTE, Exchange.NYSE, Exchange.LSE), 13 * 60, 13 * 60 * 253);
  }

  @Test
  void theFirstRuleThatMatchesCounts() {
    MarketSessions sessions =
        new MarketSessions(
            List.of(
                new MarketSessions.Rule("BTC*", Exchange.ALWAYS.hours()),
                new MarketSessions.Rule("US.*", Exchange.NYSE.hours())),
            DAY);
    assertThat(sessions.of("BTC-USD")).contains(Exchange.ALWAYS.hours());
    assertThat(sessions.count(List.of("US.IBM"))).map(BarCount::perYear).contains(252.0);
    assertThat(sessions.count(List.of("US.IBM", "BTC"))).map(BarCount::perYear).contains(365.0);
    assertThat(sessions.count(List.of("US.IBM", "OTHER"))).isEqualTo(Optional.empty());
    assertThat(sessions.expects("OTHER", 1_710_000_000_000L)).as("nothing is known").isTrue();
  }
}

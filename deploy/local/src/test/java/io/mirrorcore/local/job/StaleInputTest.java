package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A symbol whose feed stands still while others move is told of, until it is back. */
class StaleInputTest {

  private static List<String> stale(Scenario.Outcome outcome) {
    return outcome.outputs().byKey(Topic.ALERTS).getOrDefault("main", List.of()).stream()
        .filter(alert -> alert.contains("STALE_FEED"))
        .toList();
  }

  @Test
  void anAlertFiresAfterSoManyBarsAndResolvesWithTheNextOne() throws Exception {
    Scenario.Outcome outcome =
        new Scenario()
            .bars(1, 40, "A", "B")
            .bars(41, 49, "A")
            .bars(50, 60, "A", "B")
            .with("alerts.stale-feed", 5)
            .run();

    assertThat(stale(outcome)).hasSize(2);
    assertThat(stale(outcome).get(0))
        .contains(
            "\"level\":\"WARNING\"",
            "\"key\":\"STALE_FEED:B\"",
            "\"state\":\"FIRING\"",
            "\"time\":" + 45 * Scenario.MINUTE);
    assertThat(stale(outcome).get(1))
        .contains("\"state\":\"RESOLVED\"", "\"time\":" + 50 * Scenario.MINUTE);
    assertThat(outcome.summary().produced().get(Topic.ALERTS))
        .isEqualTo(outcome.lines(Topic.ALERTS).size());
  }

  @Test
  void aShorterSilenceIsNobodysBusiness() throws Exception {
    Scenario.Outcome outcome =
        new Scenario()
            .bars(1, 40, "A", "B")
            .bars(41, 44, "A")
            .bars(45, 60, "A", "B")
            .with("alerts.stale-feed", 5)
            .run();

    assertThat(stale(outcome)).isEmpty();
  }

  @Test
  void aSymbolThatIsForgottenIsNoLongerToldOf() throws Exception {
    Scenario.Outcome outcome =
        new Scenario()
            .bars(1, 40, "A", "B")
            .bars(41, 70, "A")
            .with("alerts.stale-feed", 5)
            .with("returns.forget-after", 20)
            .run();

    assertThat(stale(outcome)).hasSize(2);
    assertThat(stale(outcome).get(1)).contains("\"state\":\"RESOLVED\"");
  }
}

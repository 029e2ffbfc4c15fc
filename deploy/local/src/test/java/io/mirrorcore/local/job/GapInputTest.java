package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars that are missing: of one symbol, and of all. */
class GapInputTest {

  private static final int GONE = 150;
  private static final int BACK = GONE + 10;

  /**
   * A symbol that has long been on its way up, so that those who follow a trend hold it, goes away
   * for ten minutes and comes back at another price.
   */
  private static Scenario gap(double scale) {
    Scenario scenario = new Scenario();
    for (int minute = 1; minute <= GONE; minute++) {
      scenario.give(Scenario.bar("A", minute));
      scenario.give(Scenario.bar("B", minute, 1 + 0.02 * minute));
    }
    scenario.bars(GONE + 1, BACK - 1, "A");
    for (int minute = BACK; minute <= BACK + 10; minute++) {
      scenario.give(Scenario.bar("A", minute)).give(Scenario.bar("B", minute, scale));
    }
    return scenario;
  }

  @Test
  void theOthersGoOnAndNothingIsADeadLetter() throws Exception {
    Scenario.Outcome outcome = gap(5).run();

    assertThat(outcome.lines(Topic.DEAD_LETTER)).isEmpty();
    assertThat(times(outcome.outputs().byKey(Topic.STRATEGY_RETURNS).get("main")))
        .contains(GONE * Scenario.MINUTE, (GONE + 5) * Scenario.MINUTE, BACK * Scenario.MINUTE);
    assertThat(times(outcome.outputs().byKey(Topic.SIGNALS).get("B")))
        .contains(GONE * Scenario.MINUTE, BACK * Scenario.MINUTE)
        .doesNotContain((GONE + 5) * Scenario.MINUTE);
  }

  @Test
  void overAShortGapTheWholeReturnIsEarned() throws Exception {
    assertThat(largestReturnAtTheEndOfTheGap(gap(16).with("returns.forget-after", 60)))
        .isGreaterThan(0.5);
  }

  @Test
  void overALongGapNothingIsEarned() throws Exception {
    assertThat(largestReturnAtTheEndOfTheGap(gap(16).with("returns.forget-after", 5)))
        .isLessThan(0.05);
  }

  @Test
  void whereAllAreSilentNothingHappensUntilTheyAreBack() throws Exception {
    int days = 2 * 24 * 60;
    Scenario scenario = new Scenario().bars(1, 40, "A", "B").bars(40 + days, 60 + days, "A", "B");

    Scenario.Outcome outcome = scenario.run();

    assertThat(outcome.lines(Topic.DEAD_LETTER)).isEmpty();
    assertThat(outcome.lines(Topic.ALERTS)).noneMatch(alert -> alert.contains("STALE_FEED"));
    assertThat(times(outcome.outputs().byKey(Topic.SIGNALS).get("A")))
        .contains(40 * Scenario.MINUTE, (40 + days) * Scenario.MINUTE)
        .noneMatch(time -> time > 40 * Scenario.MINUTE && time < (40 + days) * Scenario.MINUTE);
  }

  private static double largestReturnAtTheEndOfTheGap(Scenario scenario) throws Exception {
    List<String> lines = scenario.run().outputs().byKey(Topic.STRATEGY_RETURNS).get("main");
    String end =
        lines.stream()
            .filter(line -> line.contains("\"time\":" + BACK * Scenario.MINUTE + ","))
            .findFirst()
            .orElseThrow();
    return end.lines()
        .flatMap(
            line -> List.of(line.replaceAll("^.*\"returns\":\\{|}.*$", "").split(",")).stream())
        .mapToDouble(pair -> Math.abs(Double.parseDouble(pair.replaceAll("^.*:", ""))))
        .max()
        .orElseThrow();
  }

  private static List<Long> times(List<String> lines) {
    return lines.stream()
        .map(line -> Long.valueOf(line.replaceAll("^.*?\"time\":(\\d+).*$", "$1")))
        .toList();
  }
}

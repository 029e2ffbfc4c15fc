package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bars that overtake each other by less than time.out-of-orderness are put in order. */
class OutOfOrderInputTest {

  private static final int BARS = 80;

  /** Each bar as if it had been on its way for up to so many minutes. */
  private static Scenario delayedBy(double minutes) {
    SplittableRandom random = new SplittableRandom(4);
    record Arrival(double at, Bar bar) {}
    List<Arrival> arrivals = new ArrayList<>();
    for (int minute = 1; minute <= BARS; minute++) {
      for (String symbol : List.of("A", "B", "C")) {
        arrivals.add(
            new Arrival(minute + minutes * random.nextDouble(), Scenario.bar(symbol, minute)));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    Scenario scenario = new Scenario().with("time.out-of-orderness", "5m");
    arrivals.forEach(arrival -> scenario.give(arrival.bar()));
    return scenario;
  }

  @Test
  void withinTheBoundTheResultsAreThoseOfTheOrderedStream() throws Exception {
    Scenario.Outcome ordered = delayedBy(0).run();
    Scenario.Outcome shuffled = delayedBy(5).run();

    assertThat(ordered.lines(Topic.WEIGHTS)).isNotEmpty();
    assertThat(shuffled.lines(Topic.DEAD_LETTER)).isEmpty();
    assertThat(shuffled.results()).isEqualTo(ordered.results());
  }

  @Test
  void beyondTheBoundNothingIsLostWithoutALetter() throws Exception {
    Scenario.Outcome shuffled = delayedBy(15).run();

    long late = shuffled.rejected(RejectReason.LATE);
    assertThat(late).isPositive();
    assertThat(shuffled.lines(Topic.DEAD_LETTER)).hasSize((int) late);
    assertThat(shuffled.summary().bars()).isEqualTo(3 * BARS - late);
  }
}

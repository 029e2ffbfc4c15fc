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

/** A job that makes its bars from shorter ones is the job that is given the longer ones. */
class BarsOfBarsTest {

  private static final int MINUTES = 900;
  private static final int LENGTH = 10;
  private static final List<String> SYMBOLS = List.of("A", "B", "C", "D");

  private static Scenario scenario(int parallelism) {
    return new Scenario()
        .with("bars.interval", LENGTH + "m")
        .with("time.out-of-orderness", "30m")
        .with("ensemble.warm-up", 0)
        .with("job.parallelism", parallelism);
  }

  /** Minutes, each as if it had been on its way for up to so many minutes. */
  private static Scenario.Outcome fromMinutes(int parallelism, double delay, long seed)
      throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    record Arrival(double at, Bar bar) {}
    List<Arrival> arrivals = new ArrayList<>();
    for (int minute = 1; minute <= MINUTES; minute++) {
      for (String symbol : SYMBOLS) {
        arrivals.add(
            new Arrival(minute + delay * random.nextDouble(), Scenario.bar(symbol, minute)));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    Scenario scenario = scenario(parallelism).with("inputs.prices.interval", "1m");
    arrivals.forEach(arrival -> scenario.give(arrival.bar()));
    return scenario.run();
  }

  private static Bar longer(String symbol, int to) {
    List<Bar> parts = new ArrayList<>();
    for (int minute = to - LENGTH + 1; minute <= to; minute++) {
      parts.add(Scenario.bar(symbol, minute));
    }
    return new Bar(
        symbol,
        parts.get(LENGTH - 1).time(),
        parts.get(0).open(),
        parts.stream().mapToDouble(Bar::high).max().orElseThrow(),
        parts.stream().mapToDouble(Bar::low).min().orElseThrow(),
        parts.get(LENGTH - 1).close(),
        parts.stream().mapToDouble(Bar::volume).sum());
  }

  @Test
  void theBytesAreThoseOfTheLongerBarsWhateverTheOrderAndTheParallelism() throws Exception {
    Scenario given = scenario(1);
    for (int to = LENGTH; to <= MINUTES; to += LENGTH) {
      for (String symbol : SYMBOLS) {
        given.give(longer(symbol, to));
      }
    }
    Scenario.Outcome expected = given.run();

    assertThat(expected.lines(Topic.WEIGHTS)).isNotEmpty();
    assertThat(expected.lines(Topic.SIGNALS)).isNotEmpty();
    assertThat(fromMinutes(1, 0, 1).results()).isEqualTo(expected.results());
    assertThat(fromMinutes(2, 29, 2).results()).isEqualTo(expected.results());
    assertThat(fromMinutes(4, 29, 3).results()).isEqualTo(expected.results());
  }

  @Test
  void minutesThatNobodyDeclaredSayHowBarsAreMadeOfThem() throws Exception {
    Scenario.Outcome outcome = scenario(1).bars(1, 40, "A").run();

    assertThat(outcome.rejected(RejectReason.WRONG_INTERVAL)).isPositive();
    assertThat(outcome.lines(Topic.ALERTS))
        .anyMatch(line -> line.contains("inputs.prices.interval=1m makes bars of them"));
  }
}

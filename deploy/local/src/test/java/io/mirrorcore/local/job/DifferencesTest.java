package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.Bar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Oil that falls below 0 among shares: every strategy works on it, and what it earns are
 * differences over the notional, byte for byte those of the index that they make.
 */
class DifferencesTest {

  private static final int BARS = 360;
  private static final double NOTIONAL = 80;
  private static final List<String> SHARES = List.of("A", "B");

  private static Scenario.Outcome indexed;

  /** Between -9 and 31. */
  private static Bar oil(int minute) {
    Bar bar = Scenario.bar("CL", minute);
    double close = 10 + 20 * Math.sin(minute / 40.0) + (bar.close() - 100) / 10;
    return new Bar("CL", bar.time(), close - 0.1, close + 0.3, close - 0.2, close, bar.volume());
  }

  private static Scenario scenario(int parallelism) {
    return new Scenario().with("job.parallelism", parallelism);
  }

  private static Scenario declared(int parallelism) {
    return scenario(parallelism).difference("CL*", NOTIONAL);
  }

  private static Scenario give(Scenario scenario, int minute, Bar oil) {
    SHARES.forEach(symbol -> scenario.give(Scenario.bar(symbol, minute)));
    return scenario.give(oil);
  }

  private static Scenario bars(Scenario scenario) {
    for (int minute = 1; minute <= BARS; minute++) {
      give(scenario, minute, oil(minute));
    }
    return scenario;
  }

  @BeforeAll
  static void ofTheIndex() throws Exception {
    Scenario scenario = scenario(1);
    double level = NOTIONAL;
    double last = oil(1).close();
    for (int minute = 1; minute <= BARS; minute++) {
      Bar bar = oil(minute);
      give(
          scenario,
          minute,
          new Bar(
              "CL",
              bar.time(),
              level * (1 + (bar.open() - last) / NOTIONAL),
              level * (1 + (bar.high() - last) / NOTIONAL),
              level * (1 + (bar.low() - last) / NOTIONAL),
              level * (1 + (bar.close() - last) / NOTIONAL),
              bar.volume()));
      level *= 1 + (bar.close() - last) / NOTIONAL;
      last = bar.close();
    }
    indexed = scenario.run();
    assertThat(indexed.lines(Topic.WEIGHTS)).isNotEmpty();
    assertThat(oil(190).close()).isNegative();
  }

  @Test
  void whatIsMadeOfPricesBelowZeroIsWhatIsMadeOfTheIndex() throws Exception {
    for (int parallelism : new int[] {1, 2, 4}) {
      Scenario.Outcome outcome = bars(declared(parallelism)).run();
      assertThat(outcome.lines(Topic.DEAD_LETTER)).isEmpty();
      assertThat(outcome.results()).isEqualTo(indexed.results());
    }
  }

  @Test
  void withoutADeclarationSuchPricesAreDeadLetters() throws Exception {
    Scenario.Outcome outcome = bars(scenario(1)).run();
    assertThat(outcome.rejected(RejectReason.OUT_OF_RANGE)).isGreaterThan(50);
    assertThat(outcome.results()).isNotEqualTo(indexed.results());
  }

  @Test
  void barsOfShorterOnesAreMadeOfPricesAndNotOfTheIndex() throws Exception {
    Scenario made = declared(2).with("bars.interval", "10m").with("inputs.prices.interval", "1m");
    Scenario given = declared(1).with("bars.interval", "10m");
    for (int end = 10; end <= BARS; end += 10) {
      Bar all = null;
      for (int minute = end - 9; minute <= end; minute++) {
        Bar bar = oil(minute);
        made.give(bar);
        all = all == null ? bar : joined(all, bar);
      }
      given.give(all);
    }
    assertThat(made.run().results()).isEqualTo(given.run().results());
  }

  private static Bar joined(Bar all, Bar bar) {
    return new Bar(
        "CL",
        bar.time(),
        all.open(),
        Math.max(all.high(), bar.high()),
        Math.min(all.low(), bar.low()),
        bar.close(),
        all.volume() + bar.volume());
  }

  @Test
  void aBarThatLosesTheNotionalIsADeadLetterAndTheJobGoesOn() throws Exception {
    Scenario scenario = declared(1);
    for (int minute = 1; minute <= 60; minute++) {
      Bar bar = oil(minute);
      give(
          scenario,
          minute,
          minute == 30 ? new Bar("CL", bar.time(), -90, -90, -90, -90, bar.volume()) : bar);
    }
    Scenario.Outcome outcome = scenario.run();
    assertThat(outcome.rejected(RejectReason.OUT_OF_RANGE)).isEqualTo(1);
    assertThat(outcome.lines(Topic.DEAD_LETTER))
        .singleElement()
        .asString()
        .contains("the bar of CL that closes at 1970-01-01T00:30:00Z at -90", "notional of 80")
        .contains("symbols.PATTERN.difference");
  }

  @Test
  void itHasNoSplitAndNoDividend() throws Exception {
    Scenario listening = declared(1).with("job.inputs", "prices, adjustments");
    listening.adjustment(1, new Adjustment("CL", LocalDate.of(1970, 1, 1), 2, 0));
    Scenario.Outcome outcome = bars(listening).run();
    assertThat(outcome.rejected(RejectReason.OUT_OF_RANGE)).isEqualTo(1);
    assertThat(outcome.results()).isEqualTo(indexed.results());
  }
}

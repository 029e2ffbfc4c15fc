package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.Bar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A split in the middle of a stream leaves no trace: the bytes are those of adjusted prices. */
class AdjustmentsTest {

  private static final int BARS = 360;

  /** Midnight in New York is at minute 300 of 1970 in UTC: the first bar after it is 301. */
  private static final LocalDate DAY = LocalDate.of(1970, 1, 1);

  private static final int MIDNIGHT = 300;
  private static final double CASH = 2.37;
  private static final Adjustment SPLIT = new Adjustment("A", DAY, 3, 0);
  private static final Adjustment BOTH = new Adjustment("B", DAY, 0.1, CASH);
  private static final List<String> SYMBOLS = List.of("A", "B", "C");

  private static Scenario.Outcome adjusted;

  @TempDir private Path directory;

  /**
   * As it is quoted: after the split a share costs a third, and three times as many change hands.
   */
  private static Bar quoted(String symbol, int minute) {
    Bar bar = Scenario.bar(symbol, minute);
    double ratio = symbol.equals("A") ? 3 : symbol.equals("B") ? 0.1 : 1;
    return minute > MIDNIGHT ? scaled(bar, 1 / ratio, 1 / ratio) : bar;
  }

  private static Bar onOneBasis(String symbol, int minute) {
    double close = quoted("B", MIDNIGHT).close();
    double b = 0.1 * (close / (close - CASH));
    Bar bar = quoted(symbol, minute);
    return minute <= MIDNIGHT || symbol.equals("C")
        ? bar
        : symbol.equals("A") ? scaled(bar, 3, 3) : scaled(bar, b, 0.1);
  }

  private static Bar scaled(Bar bar, double prices, double shares) {
    return new Bar(
        bar.symbol(),
        bar.time(),
        bar.open() * prices,
        bar.high() * prices,
        bar.low() * prices,
        bar.close() * prices,
        bar.volume() / shares);
  }

  private static Scenario scenario(int parallelism) {
    return new Scenario().with("job.parallelism", parallelism);
  }

  private static Scenario listening(int parallelism) {
    return scenario(parallelism).with("job.inputs", "prices, adjustments");
  }

  private static Scenario bars(Scenario scenario, int from, int to) {
    for (int minute = from; minute <= to; minute++) {
      for (String symbol : SYMBOLS) {
        scenario.give(quoted(symbol, minute));
      }
    }
    return scenario;
  }

  @BeforeAll
  static void ofAdjustedPrices() throws Exception {
    Scenario scenario = scenario(1);
    for (int minute = 1; minute <= BARS; minute++) {
      for (String symbol : SYMBOLS) {
        scenario.give(onOneBasis(symbol, minute));
      }
    }
    adjusted = scenario.run();
    assertThat(adjusted.lines(Topic.WEIGHTS)).isNotEmpty();
  }

  private static void isAdjusted(Scenario.Outcome outcome) {
    assertThat(outcome.lines(Topic.DEAD_LETTER)).isEmpty();
    assertThat(outcome.results()).isEqualTo(adjusted.results());
  }

  @Test
  void withoutThemASplitIsACrash() throws Exception {
    assertThat(bars(scenario(1), 1, BARS).run().results()).isNotEqualTo(adjusted.results());
  }

  @Test
  void announcedInTime() throws Exception {
    Scenario scenario = bars(listening(2), 1, MIDNIGHT - 20);
    scenario.adjustment(MIDNIGHT - 20, SPLIT).adjustment(MIDNIGHT - 20, BOTH);
    isAdjusted(bars(scenario, MIDNIGHT - 19, BARS).run());
  }

  @Test
  void readBeforeAllBarsOrBehindThem() throws Exception {
    isAdjusted(bars(listening(4).adjustment(10, SPLIT).adjustment(20, BOTH), 1, BARS).run());
    isAdjusted(bars(listening(1), 1, BARS).adjustment(10, SPLIT).adjustment(20, BOTH).run());
  }

  @Test
  void knownFromAFile() throws Exception {
    Path file = directory.resolve("splits.csv");
    Files.writeString(
        file, "symbol,date,ratio,dividend\nB,1970-01-01,1:10," + CASH + "\nA,1970-01-01,3,\n");
    isAdjusted(bars(scenario(2).with("job.adjust", file.toString()), 1, BARS).run());
  }

  @Test
  void oneThatComesTooLateIsADeadLetterAndChangesNothing() throws Exception {
    Scenario.Outcome unadjusted = bars(scenario(1), 1, BARS).run();
    Scenario.Outcome late = bars(listening(2), 1, BARS).adjustment(MIDNIGHT + 60, SPLIT).run();

    assertThat(late.rejected(RejectReason.LATE)).isEqualTo(1);
    assertThat(late.lines(Topic.DEAD_LETTER))
        .singleElement()
        .asString()
        .contains("the adjustment of A on 1970-01-01 was announced after the bar", "job.adjust");
    assertThat(late.results()).isEqualTo(unadjusted.results());
  }

  @Test
  void aSecondCopyIsADeadLetter() throws Exception {
    Scenario scenario = listening(1).adjustment(10, SPLIT).adjustment(20, BOTH);
    Scenario.Outcome outcome =
        bars(scenario.adjustment(30, new Adjustment("A", DAY, 2, 0)), 1, BARS).run();

    assertThat(outcome.rejected(RejectReason.DUPLICATE)).isEqualTo(1);
    assertThat(outcome.results()).isEqualTo(adjusted.results());
  }

  @Test
  void barsOfShorterOnesAreMadeOnTheBasis() throws Exception {
    Scenario given = scenario(1).with("bars.interval", "10m");
    Scenario made = listening(2).with("bars.interval", "10m").with("inputs.prices.interval", "1m");
    made.adjustment(10, SPLIT).adjustment(20, BOTH);
    given.with("inputs.prices.interval", "1m");
    for (int minute = 1; minute <= BARS; minute++) {
      for (String symbol : SYMBOLS) {
        given.give(onOneBasis(symbol, minute));
        made.give(quoted(symbol, minute));
      }
    }
    assertThat(made.run().results()).isEqualTo(given.run().results());
  }
}

package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as vendors write them, which are not in the order of time, or whose symbols do not close
 * together: a backtest of the file and a replay of what {@code feed} made of it are the same bytes.
 */
@ExtendWith(SharedBroker.class)
class OddFilesThroughKafkaTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
  private static final String HEADER = "symbol,time,open,high,low,close,volume";

  @TempDir private Path directory;

  /** Which of the days, or minutes, a symbol has a bar of. */
  private interface Listing {
    boolean has(int bar, LocalDate day);
  }

  @Test
  void bySymbolWithALateListingAndAThinSymbol() throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.addAll(daily("AAA", 1, (bar, day) -> isWeekday(day)));
    rows.addAll(daily("BBB", 2, (bar, day) -> isWeekday(day) && bar < 300)); // and gone again
    rows.addAll(daily("NEW", 3, (bar, day) -> isWeekday(day) && bar > 180));
    rows.addAll(daily("THIN", 4, (bar, day) -> isWeekday(day) && bar % 5 != 0 && bar % 7 != 1));
    requireSameBytes("listing", rows, "ensemble.warm-up=0");
  }

  @Test
  void newestFirstOfCoinsBesideShares() throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.addAll(daily("COIN", 5, (bar, day) -> true));
    rows.addAll(daily("SHARE", 6, (bar, day) -> isWeekday(day)));
    rows.addAll(daily("STOCK", 7, (bar, day) -> isWeekday(day)));
    rows.sort(Comparator.comparing(Row::time));
    Collections.reverse(rows);
    requireSameBytes("calendars", rows, "ensemble.warm-up=0");
  }

  /** One stamps the end of a minute a millisecond before the other does. */
  @Test
  void ofTwoVenuesThatStampTheSameCloseDifferently() throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.addAll(minutes("HERE", 8, 0));
    rows.addAll(minutes("THERE", 9, -1));
    rows.addAll(minutes("ALSO", 10, 0));
    requireSameBytes(
        "venues",
        rows,
        "ensemble.warm-up=0",
        "ensemble.period=bar",
        "regimes.mixed.every=10 bars",
        "regimes.ranging.every=10 bars",
        "regimes.trending.every=10 bars");
  }

  private record Row(long time, String text) {}

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static List<Row> daily(String symbol, long seed, Listing listing) {
    Walk walk = new Walk(symbol, seed);
    List<Row> rows = new ArrayList<>();
    for (int bar = 0; bar < 420; bar++) {
      LocalDate day = FIRST.plusDays(bar);
      if (listing.has(bar, day)) {
        rows.add(walk.next(day.atTime(LocalTime.of(21, 0)).toInstant(ZoneOffset.UTC)));
      }
    }
    return rows;
  }

  private static List<Row> minutes(String symbol, long seed, long milliseconds) {
    Walk walk = new Walk(symbol, seed);
    Instant open = FIRST.atTime(LocalTime.of(14, 30)).toInstant(ZoneOffset.UTC);
    List<Row> rows = new ArrayList<>();
    for (int minute = 1; minute <= 390; minute++) {
      rows.add(walk.next(open.plusSeconds(60L * minute).plusMillis(milliseconds)));
    }
    return rows;
  }

  /** A seeded walk of closes. */
  private static final class Walk {

    private final String symbol;
    private final SplittableRandom random;
    private double close = 100;

    Walk(String symbol, long seed) {
      this.symbol = symbol;
      this.random = new SplittableRandom(seed);
    }

    Row next(Instant time) {
      double open = close;
      close *= 1 + 0.01 * random.nextGaussian();
      double high = Math.max(open, close) * 1.001;
      double low = Math.min(open, close) * 0.999;
      long millis = time.toEpochMilli();
      return new Row(
          millis,
          "%s,%d,%s,%s,%s,%s,%d"
              .formatted(symbol, millis, open, high, low, close, 1_000 + random.nextInt(9_000)));
    }
  }

  private void requireSameBytes(String name, List<Row> rows, String... settings) throws Exception {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    rows.forEach(row -> lines.add(row.text()));
    Path prices = Files.write(directory.resolve(name + ".csv"), lines);
    Path report = directory.resolve(name);
    List<String> words =
        new ArrayList<>(
            List.of("backtest", "--mode=event", "--prices=" + prices, "--out=" + report));
    Stream.of(settings).map(setting -> "--set=" + setting).forEach(words::add);
    Cli backtest = Cli.run(words.toArray(String[]::new));
    assertThat(backtest.exit()).as(backtest.err()).isZero();

    Stage stage = new Stage(directory, name, settings(report));
    stage.succeed("feed", "--prices=" + prices);
    stage.succeed("run", "--replay");
    List<String> weights = lines(report, "weights.jsonl");
    assertThat(weights.size()).as("records of weights").isGreaterThan(5);
    assertThat(weights).isEqualTo(stage.read(Topic.WEIGHTS).get("main"));
    List<String> returns = lines(report, "strategy-returns.jsonl");
    assertThat(returns.size()).as("closes").isGreaterThan(290);
    assertThat(returns).isEqualTo(stage.read(Topic.STRATEGY_RETURNS).get("main"));
    assertThat(lines(report, "alerts.jsonl"))
        .containsExactlyInAnyOrderElementsOf(stage.readAll(Topic.ALERTS));
    assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();
  }

  private static List<String> lines(Path report, String file) throws IOException {
    return Files.readAllLines(report.resolve(file));
  }

  private static String[] settings(Path report) throws IOException {
    List<String> yaml =
        new ArrayList<>(
            lines(report, "config.yaml").stream().filter(line -> !line.startsWith("#")).toList());
    yaml.add("job.inputs: [prices]");
    return yaml.toArray(String[]::new);
  }
}

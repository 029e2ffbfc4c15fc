package io.mirrorcore.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of prices that went wrong as they do among people: each is told for what it is. */
class OddMarketsTest {

  private static final String HEADER = "symbol,time,open,high,low,close,volume";
  private static final int BARS = 120;

  @TempDir private Path directory;

  /** A row of one symbol that nothing is wrong with. */
  private static String row(String symbol, String time, double close) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.4f,%.4f,%.4f,%.4f,1000",
        symbol,
        time,
        close,
        close * 1.01,
        close * 0.99,
        close);
  }

  /** Days of New York, by symbol and then time, or by time and then symbol. */
  private static List<String> days(LongFunction<String> time, String... symbols) {
    SplittableRandom random = new SplittableRandom(9);
    List<String> rows = new ArrayList<>();
    for (String symbol : symbols) {
      double close = 100;
      LocalDate day = LocalDate.of(2024, 1, 2);
      for (int bar = 0; bar < BARS; day = day.plusDays(1)) {
        if (day.getDayOfWeek().getValue() < 6) {
          close *= 1 + (random.nextDouble() - 0.5) / 40;
          long at = day.atTime(16, 0).atZone(ZoneId.of("America/New_York")).toEpochSecond();
          rows.add(row(symbol, time.apply(at), close));
          bar++;
        }
      }
    }
    return rows;
  }

  private static String millis(long seconds) {
    return seconds + "000";
  }

  private FileReport of(List<String> rows) throws IOException {
    Path file = directory.resolve("prices.csv");
    Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    Path scratch = Files.createDirectories(directory.resolve("scratch"));
    return new Inspection(scratch, Settings.defaults()).of(file);
  }

  private static List<String> changed(
      List<String> rows, int from, int to, UnaryOperator<String> how) {
    List<String> changed = new ArrayList<>(rows);
    for (int i = from; i < to; i++) {
      changed.set(i, how.apply(rows.get(i)));
    }
    return changed;
  }

  private static String withClose(String row, double close) {
    String[] cells = row.split(",", -1);
    return row(cells[0], cells[1], close);
  }

  private static double close(String row) {
    return Double.parseDouble(row.split(",", -1)[5]);
  }

  private static void tells(FileReport report, String... words) {
    assertThat(report.findings()).anySatisfy(finding -> assertThat(finding).contains(words));
  }

  @Test
  void nothingIsSaidOfAGoodFile() throws IOException {
    assertThat(of(days(OddMarketsTest::millis, "A")).findings()).isEmpty();
  }

  @Test
  void whatIsTooDeepOrTooLongForAReaderIsTold() throws IOException {
    for (String odd : List.of("[".repeat(2_000), "{\"mu\": [1" + "0".repeat(2_000) + "]}")) {
      Path file = Files.writeString(directory.resolve("odd.json"), odd);
      FileReport report = new Inspection(directory, Settings.defaults()).of(file);
      tells(report, "odd.json is no valid JSON on line 1");
    }
  }

  @Test
  void microsecondsInTheMiddleOfAFileAreTold() throws IOException {
    List<String> rows =
        days(seconds -> seconds < 1_711_000_000L ? seconds + "000" : seconds + "000000", "A");
    FileReport report = of(rows);
    tells(report, "times are written in more than one way", "milliseconds", "microseconds");
    assertThat(report.facts()).containsEntry("interval", "1d");
  }

  @Test
  void pricesBelowZeroAreToldWithWhatAdmitsThem() throws IOException {
    List<String> rows = days(OddMarketsTest::millis, "CL");
    FileReport report = of(changed(rows, 60, 61, row -> withClose(row, -37.63)));
    tells(report, "NOT_POSITIVE 1 (CL)", "line 62", "symbols.PATTERN.difference");
  }

  @Test
  void aSplitThatPricesAreNotAdjustedForIsTold() throws IOException {
    List<String> rows = days(OddMarketsTest::millis, "A");
    FileReport report = of(changed(rows, 60, BARS, row -> withClose(row, close(row) / 4)));
    tells(report, "SPLIT 1 (A)", "look like a split");
  }

  @Test
  void aCloseFarOutsideItsRangeIsToldAndARoundedOneIsNot() throws IOException {
    List<String> rows = days(OddMarketsTest::millis, "A");
    UnaryOperator<String> above =
        row -> {
          String[] cells = row.split(",", -1);
          cells[3] = cells[2]; // the open
          cells[5] = Double.toString(Double.parseDouble(cells[2]) * 1.006);
          return String.join(",", cells);
        };
    tells(of(changed(rows, 60, 61, above)), "CLOSE_OUTSIDE_RANGE 1 (A)");
    UnaryOperator<String> rounded =
        row -> {
          String[] cells = row.split(",", -1);
          cells[3] = cells[2];
          cells[5] = Double.toString(Double.parseDouble(cells[2]) + 0.005);
          return String.join(",", cells);
        };
    assertThat(of(changed(rows, 60, 61, rounded)).findings()).isEmpty();
  }

  @Test
  void newestFirstAndBySymbolAreOrders() throws IOException {
    List<String> newest = days(OddMarketsTest::millis, "A");
    Collections.reverse(newest);
    tells(of(newest), "newest first");
    FileReport bySymbol = of(days(OddMarketsTest::millis, "A", "B"));
    assertThat(bySymbol.facts().get("order")).contains("symbol");
    List<String> byTime = days(OddMarketsTest::millis, "A", "B");
    byTime.sort(Comparator.comparing(row -> row.split(",", -1)[1]));
    assertThat(of(byTime).facts()).containsEntry("order", "of time");
  }

  @Test
  void aSecondCopyAHoleAndAPriceThatNeverMovesAreTold() throws IOException {
    List<String> rows = days(OddMarketsTest::millis, "A");
    List<String> twice = new ArrayList<>(rows);
    twice.add(31, rows.get(30));
    tells(of(twice), "DUPLICATE 1 (A)");

    List<String> hole = new ArrayList<>(rows);
    hole.subList(40, 60).clear();
    tells(of(hole), "GAP 1 (A)", "no bar for");

    List<String> flat =
        rows.stream()
            .map(row -> row.split(",", -1)[1])
            .map(time -> "A," + time + ",1,1,1,1,1000")
            .toList();
    tells(of(flat), "FROZEN", "(A)");
  }

  @Test
  void sharesBesideCoinsAreTold() throws IOException {
    List<String> rows = new ArrayList<>(days(OddMarketsTest::millis, "AAPL"));
    long first = Instant.parse("2024-01-02T00:00:00Z").getEpochSecond();
    SplittableRandom random = new SplittableRandom(3);
    double close = 40_000;
    for (int day = 0; day < 168; day++) {
      close *= 1 + (random.nextDouble() - 0.5) / 40;
      rows.add(row("BTCUSDT", millis(first + 86_400L * day), close));
    }
    rows.sort(Comparator.comparing(row -> row.split(",", -1)[1]));
    FileReport report = of(rows);
    assertThat(report.facts().get("session") + report.command() + report.findings())
        .contains("nyse", "24x7");
  }
}

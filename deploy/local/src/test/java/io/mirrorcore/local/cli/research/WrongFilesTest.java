package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.local.cli.CommandLineRun;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is what its owner means, or it is refused with a sentence that says what is wrong. */
class WrongFilesTest {

  private static final String HEADER = "symbol,time,open,high,low,close,volume";
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final int DAYS = 70;

  @TempDir private Path directory;
  private List<String> good;

  /** Bars of every weekday of two symbols, both at 16:00 in New York. */
  @BeforeEach
  void makeGoodRows() {
    good = rows(Long::toString);
  }

  private static List<String> rows(LongFunction<String> time) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> rows = new ArrayList<>();
    double[] closes = {100, 50};
    LocalDate day = LocalDate.of(2024, 1, 2);
    while (rows.size() < 2 * DAYS) {
      if (day.getDayOfWeek().getValue() < 6) {
        long close = day.atTime(16, 0).atZone(NEW_YORK).toInstant().toEpochMilli();
        for (int symbol = 0; symbol < 2; symbol++) {
          closes[symbol] *= 1 + (random.nextDouble() - 0.5) / 50;
          rows.add(row("AB".substring(symbol, symbol + 1), time.apply(close), closes[symbol]));
        }
      }
      day = day.plusDays(1);
    }
    return rows;
  }

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

  private Path file(String name, List<String> rows) throws IOException {
    Path file = Files.createDirectories(directory.resolve(name)).resolve("prices.csv");
    return Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private CommandLineRun backtest(String name, List<String> rows, Object... more)
      throws IOException {
    Object[] walk = {
      "backtest",
      "--prices",
      file(name, rows),
      "--train",
      30,
      "--test",
      10,
      "--set=ensemble.warm-up=0", // in so few bars half of the strategies never have a position
      "--out",
      out(name)
    };
    return CommandLineRun.of(
        Stream.concat(Stream.of(walk), Stream.of(more)).toArray(Object[]::new));
  }

  private Path out(String name) {
    return directory.resolve(name).resolve("out");
  }

  private String weights(String name) throws IOException {
    return Files.readString(out(name).resolve("weights.jsonl"));
  }

  private void givesTheWeightsOfTheGoodFile(String name, List<String> rows, Object... more)
      throws IOException {
    assertThat(backtest("good", good).exitCode()).isZero();
    CommandLineRun run = backtest(name, rows, more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(weights(name)).isEqualTo(weights("good"));
    assertThat(run.err()).contains("a bar every 1d").contains("no dead letters");
  }

  @Test
  void aTimeMeansTheSameInEveryUnitAndForm() throws IOException {
    List<LongFunction<String>> forms =
        List.of(
            time -> Long.toString(time / 1_000),
            time -> time + "000",
            time -> time + ".0",
            time -> String.format(Locale.ROOT, "%.9E", (double) time),
            time -> Instant.ofEpochMilli(time).toString(),
            time -> Instant.ofEpochMilli(time).atZone(NEW_YORK).toLocalDate().toString());
    for (int form = 0; form < forms.size(); form++) {
      givesTheWeightsOfTheGoodFile("form-" + form, rows(forms.get(form)));
    }
  }

  @Test
  void aClockWithoutZoneNeedsOne() throws IOException {
    List<String> rows =
        rows(
            time ->
                Instant.ofEpochMilli(time)
                    .atZone(NEW_YORK)
                    .toLocalDateTime()
                    .toString()
                    .replace('T', ' '));

    CommandLineRun run = backtest("no-zone", rows);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("names no time zone", "--time-zone America/New_York");
    givesTheWeightsOfTheGoodFile("zone", rows, "--time-zone", "America/New_York");
  }

  @Test
  void aFileInAnyOrderIsSortedAndSaysSo() throws IOException {
    List<String> newestFirst = new ArrayList<>(good);
    Collections.reverse(newestFirst);
    List<String> bySymbol = new ArrayList<>(good);
    bySymbol.sort(Comparator.comparing(row -> row.charAt(0)));

    givesTheWeightsOfTheGoodFile("newest-first", newestFirst);
    givesTheWeightsOfTheGoodFile("by-symbol", bySymbol);
    assertThat(backtest("again", bySymbol).err()).contains("140 records were sorted");
  }

  @Test
  void theVerdictBeginsWithWhatWasRefused() throws IOException {
    List<String> rows = new ArrayList<>(good);
    Collections.nCopies(3, good.get(20)).forEach(rows::add); // duplicates

    CommandLineRun run = backtest("refused", rows);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("2.1 % of the records of prices.csv were refused (3 of 143), most often as");
  }

  @Test
  void whereAFifthIsRefusedThereIsNoReportUnlessAskedFor() throws IOException {
    List<String> rows = new ArrayList<>(good);
    rows.addAll(good.subList(0, 40));

    CommandLineRun run = backtest("twice", rows);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("22 % of the records of prices.csv were refused (40 of 180)")
        .contains("DUPLICATE", "on line", good.get(0), "--accept-rejects");
    assertThat(out("twice")).isDirectoryContaining("glob:**dead-letter.jsonl");
    assertThat(out("twice").resolve("report.html")).doesNotExist();

    assertThat(backtest("accepted", rows, "--accept-rejects").exitCode()).isZero();
  }

  @Test
  void anIntervalThatTheDataContradictIsRefused() throws IOException {
    CommandLineRun run = backtest("hours", good, "--set", "bars.interval=1h");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("bars.interval is 1h, but prices.csv has a bar every 1d of A")
        .contains("bars.interval=1d");
    assertThat(out("hours")).doesNotExist();
  }

  @Test
  void barsOfTwoIntervalsInOneFileAreRefused() throws IOException {
    List<String> rows = new ArrayList<>(good);
    for (int minute = 0; minute < 30; minute++) {
      rows.add(row("MIN", Long.toString(1_704_207_600_000L + minute * 60_000L), 10));
    }
    CommandLineRun run = backtest("mixed", rows);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("bars of more than one interval", "every 1m of MIN");
  }

  @Test
  void whatIsOddAboutTheBarsStandsInTheReport() throws IOException {
    List<String> rows = new ArrayList<>(good);
    rows.set(121, rows.get(121).replaceFirst(",1000$", ",0"));
    for (int i = 100; i < rows.size(); i += 2) { // A splits four for one
      String[] fields = rows.get(i).split(",", -1);
      rows.set(i, row("A", fields[1], Double.parseDouble(fields[5]) / 4));
    }
    rows.add(row("A", Long.toString(1_713_000_000_000L), -37.63));

    CommandLineRun run = backtest("odd", rows);

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(out("odd").resolve("report.json").toFile());
    assertThat(report.path("quality").findValuesAsText("fault"))
        .containsExactly("NOT_POSITIVE", "SPLIT", "NO_VOLUME");
    assertThat(report.at("/quality/1/bySymbol/A").asInt()).isEqualTo(1);
    assertThat(report.at("/quality/1/examples/0/time").asLong())
        .isEqualTo(Long.parseLong(rows.get(100).split(",", -1)[1]));
    assertThat(out("odd").resolve("report.html")).content().contains("look like a split");
    assertThat(run.out().indexOf("SPLIT 1 (A)")).isBetween(0, run.out().indexOf("Sharpe"));
  }

  @Test
  void alertsLieBesideTheReport() throws IOException {
    List<String> rows = new ArrayList<>(good);
    for (int i = 100; i < rows.size(); i += 2) {
      String[] fields = rows.get(i).split(",", -1);
      rows.set(i, row("A", fields[1], Double.parseDouble(fields[5]) / 4));
    }
    assertThat(backtest("alerts", rows).exitCode()).isZero();
    assertThat(out("alerts").resolve("alerts.jsonl"))
        .content()
        .contains("\"key\":\"FLASH_MOVE:A\",\"state\":\"FIRING\"");
  }

  @Test
  void signalsLeaveWhatWasRefusedBesideThem() throws IOException {
    List<String> rows = new ArrayList<>(good);
    rows.add("A,soon,1,1,1,1,1");
    Path out = directory.resolve("s.csv");

    CommandLineRun run = CommandLineRun.of("signals", "--prices", file("s", rows), "--out", out);

    assertThat(run.exitCode()).isZero();
    assertThat(directory.resolve("s.dead-letter.jsonl")).content().contains("MALFORMED", "soon");
    assertThat(run.err()).contains("s.dead-letter.jsonl");
  }

  @Test
  void aDividendAboveThePriceIsSaidBeforeAnythingIsComputed() throws IOException {
    Path adjust = directory.resolve("adjust.csv");
    Files.writeString(adjust, "symbol,date,ratio,dividend\nA,2024-02-01,,0.5\nB,2024-02-02,,60\n");
    String prices = "--prices=" + file("dividend", good);
    Path out = directory.resolve("dividend").resolve("out");
    for (String command : List.of("backtest", "signals")) {
      CommandLineRun run = CommandLineRun.of(command, prices, "--adjust=" + adjust, "--out=" + out);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains(
              adjust + ", line 3: the dividend of B on 2024-02-02 is 60.0", "last close before")
          .endsWith("Correct the row" + System.lineSeparator());
      assertThat(out).doesNotExist();
    }
  }
}

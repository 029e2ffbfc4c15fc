package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regimes that a person has in a file of their own. */
class OwnRegimesTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 260;

  @TempDir private Path directory;
  private Path returns;

  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> rows = new ArrayList<>(List.of("time,A,B,C,D,E"));
    for (int day = 0; day < DAYS; day++) {
      StringBuilder row = new StringBuilder(FIRST.plusDays(day) + "T00:00:00Z");
      for (int k = 0; k < 5; k++) {
        row.append(String.format(Locale.ROOT, ",%.6f", 0.0004 * k + 0.01 * random.nextGaussian()));
      }
      rows.add(row.toString());
    }
    returns = Files.write(directory.resolve("returns.csv"), rows);
  }

  private CommandLineRun backtest(Path out, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("backtest", "--returns", returns, "--mode", "event", "--out", out));
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  private Path regimes(String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("time,regime,portfolio"));
    lines.addAll(List.of(rows));
    return Files.write(directory.resolve("regimes.csv"), lines);
  }

  @Test
  void ruleFromTheirTimeOnWhateverTheDetectorSays() throws IOException {
    TreeMap<LocalDate, String> told = new TreeMap<>();
    String[] names = {"TRENDING", "VOLATILE", "RANGING", "MIXED"};
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      told.put(FIRST.plusDays(30L * i), names[i % 4]);
      rows.add(
          FIRST.plusDays(30L * i) + "T00:00:00Z," + names[i % 4].toLowerCase(Locale.ROOT) + ",");
    }
    rows.add("2021-06-01T00:00:00Z,TRENDING,"); // after the end of the data
    Path out = directory.resolve("told");
    CommandLineRun run = backtest(out, "--regimes", regimes(rows.toArray(String[]::new)));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = Answers.parse(Files.readString(out.resolve("report.json")));
    List<String> lines = Files.readAllLines(out.resolve("weights.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    int time = header.indexOf("time");
    int regime = header.indexOf("regime");
    assertThat(lines).hasSizeGreaterThan(60);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      LocalDate day = LocalDate.parse(cells[time].substring(0, 10));
      assertThat(cells[regime]).as(line).isEqualTo(told.floorEntry(day).getValue());
    }
    assertThat(report.path("byRegime").findValuesAsText("regime")).contains(names);
    assertThat(Instant.parse(lines.get(1).split(",", -1)[time])).isNotNull();
  }

  @Test
  void alwaysTheSameIsWhatAFixedOneIs() throws IOException {
    Path told = directory.resolve("told");
    Path fixed = directory.resolve("fixed");
    Path file = regimes("2019-12-01,RANGING,*");
    assertThat(backtest(told, "--regimes", file).exitCode()).isZero();
    assertThat(backtest(fixed, "--set=regime.source=fixed:RANGING").exitCode()).isZero();
    assertThat(told.resolve("weights.csv")).hasSameTextualContentAs(fixed.resolve("weights.csv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-01-05,BULLISH,|line 2: regime must be one of TRENDING, RANGING, VOLATILE, MIXED; have BULLISH",
        "2020-01-05,,|line 2: regime must be one of TRENDING, RANGING, VOLATILE, MIXED; have nothing",
        "tomorrow,MIXED,|line 2: time must be",
        ",MIXED,|line 2: time is missing",
        "2020-01-05,MIXED,mine|line 2: portfolio must be one of main, or empty or * for all; have mine",
        "2020-01-05,MIXED|line 2:",
        "''|which has no row",
      })
  void aRowThatCannotBeUsedIsSaidToBeSo(String row, String said) throws IOException {
    CommandLineRun run = backtest(directory.resolve("none"), "--regimes", regimes(row));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(said).doesNotContain("Exception", "\tat ");
  }

  @Test
  void twoOfOneTimeAreNoAnswer() throws IOException {
    CommandLineRun run =
        backtest(
            directory.resolve("none"),
            "--regimes",
            regimes("2020-01-05,MIXED,", "2020-02-05,MIXED,", "2020-01-05,RANGING,*"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("line 4: line 2 has a regime of that time already; delete one");
  }

  @Test
  void aFileThatNobodyReadsOrThatIsNotThereIsToldOf() throws IOException {
    assertThat(backtest(directory.resolve("a"), "--set=regime.file=x.csv").err())
        .contains("regime.file is set, so regime.source must be file; have detector");
    assertThat(backtest(directory.resolve("b"), "--set=regime.source=file").err())
        .contains("regime.source is file, so regime.file must name one");
    Path gone = directory.resolve("gone.csv");
    CommandLineRun run =
        backtest(directory.resolve("c"), "--set=regime.source=file", "--set=regime.file=" + gone);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("gone.csv, which cannot be read");
    Path other = Files.writeString(directory.resolve("other.csv"), "day,state\n1,2\n");
    assertThat(backtest(directory.resolve("d"), "--regimes", other).err())
        .contains("regime.file: ")
        .contains("it has the columns time, regime");
  }
}

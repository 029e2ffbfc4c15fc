package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The backtest is the live job: the same bytes through Kafka, and flawed files said for what. */
@ExtendWith(SharedBroker.class)
class BacktestTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";

  @TempDir private Path directory;
  private Path report;

  @BeforeEach
  void chooseADirectory() {
    report = directory.resolve("report");
  }

  private Cli backtest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("backtest", "--out=" + report));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(String[]::new));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(report.resolve(file));
  }

  @Test
  void givesTheBytesOfAReplayThroughKafka() throws Exception {
    Cli result = backtest("--prices=" + Samples.reference(DAILY), "--train=60", "--test=20");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("equal weight", "Ensemble with cash", "report.html");

    List<String> walk =
        lines("config.yaml").stream().filter(line -> !line.startsWith("#")).toList();
    List<String> yaml = new ArrayList<>(walk);
    yaml.add("job.inputs: [prices]");
    Stage stage = new Stage(directory, "walk", yaml.toArray(String[]::new));
    stage.succeed("feed", "--prices=" + Samples.reference(DAILY));
    stage.succeed("run", "--replay");

    assertThat(lines("weights.jsonl"))
        .hasSizeGreaterThan(20)
        .isEqualTo(stage.read(Topic.WEIGHTS).get("main"));
    assertThat(lines("strategy-returns.jsonl"))
        .isEqualTo(stage.read(Topic.STRATEGY_RETURNS).get("main"));
  }

  @Test
  void startsFromStrategyReturnsAndKeepsTheLiveCadenceInEventMode() throws Exception {
    Cli first =
        backtest("--prices=" + Samples.reference(DAILY), "--mode=event", "--set=job.parallelism=1");
    assertThat(first.exit()).as(first.err()).isZero();
    List<String> weights = lines("weights.jsonl");
    assertThat(weights).anyMatch(line -> line.contains("HELD_"));

    Path returns =
        Files.copy(report.resolve("strategy-returns.jsonl"), directory.resolve("r.jsonl"));
    Cli second = backtest("--returns=" + returns, "--mode=event");
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(lines("weights.jsonl")).isEqualTo(weights);
    assertThat(report).isDirectoryContaining(file -> file.endsWith("report.html"));
    assertThat(report)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }

  private Path prices(String... rows) throws IOException {
    return Files.write(
        directory.resolve("prices.csv"),
        Stream.concat(Stream.of("symbol,time,open,high,low,close,volume"), Stream.of(rows))
            .toList());
  }

  private static String[] days(int count, String symbol) {
    return Stream.iterate(0, day -> day + 1)
        .limit(count)
        .map(
            day -> {
              double close = 100 + 3 * Math.sin(day) + 0.1 * day;
              return symbol
                  + ","
                  + (1_600_000_000_000L + day * 86_400_000L)
                  + ","
                  + close
                  + ","
                  + (close + 1)
                  + ","
                  + (close - 1)
                  + ","
                  + close
                  + ",1000";
            })
        .toArray(String[]::new);
  }

  @Test
  void saysWhatIsWrongWithItsInputAndLeavesNothing() throws IOException {
    Cli few = backtest("--prices=" + prices(days(100, "A")));
    assertThat(few.exit()).isEqualTo(1);
    assertThat(few.err()).contains("99 bars of returns are fewer than", "90 + 30");
    Path file = Files.writeString(directory.resolve("no.csv"), "symbol,time,open,high,low,close\n");
    Cli missing = backtest("--prices=" + file);
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("lacks the column volume");
    assertThat(backtest().err()).contains("--prices", "--returns");
    assertThat(report).isEmptyDirectory();
  }

  @Test
  void worksWithOneSymbolAndTellsOfRowsThatItRefused() throws IOException {
    List<String> rows = new ArrayList<>(List.of(days(300, "A")));
    rows.add(200, rows.get(100));
    rows.add(150, rows.get(150));
    rows.subList(220, 226).clear();
    Cli result = backtest("--prices=" + prices(rows.toArray(String[]::new)));
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("dead-letter.jsonl: 2 DUPLICATE");
    assertThat(lines("dead-letter.jsonl")).hasSize(2);
  }
}

package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
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
    theEnsembleEarnedWhatItsPublishedPositionsDid(stage.read(Topic.POSITIONS).get("main"));
  }

  /** Reckoned anew from the topic and the closes, at the default cost of 2 basis points. */
  private void theEnsembleEarnedWhatItsPublishedPositionsDid(List<String> positions)
      throws IOException {
    JsonNode report =
        Json.decode(Files.readAllBytes(this.report.resolve("report.json")), JsonNode.class);
    Map<Long, Map<String, Double>> closes = closes();
    Map<String, Double> last = new HashMap<>();
    Map<Long, JsonNode> held = new HashMap<>();
    for (String line : positions) {
      JsonNode record = Json.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      held.put(record.get("time").longValue(), record.get("positions"));
    }
    JsonNode now = null;
    JsonNode before = null;
    double value = 100_000;
    int bar = 0;
    long start = firstWeights();
    for (Map.Entry<Long, Map<String, Double>> close : closes.entrySet()) {
      if (now != null && close.getKey() > start) {
        value *= 1 + earned(now, before, close.getValue(), last);
        assertThat(report.at("/tracks/0/equity/" + bar++).doubleValue())
            .isCloseTo(value, withinPercentage(1e-8));
      }
      last.putAll(close.getValue());
      before = now;
      now = held.get(close.getKey());
    }
    assertThat(bar).isEqualTo(report.get("bars").intValue()).isGreaterThan(400);
  }

  /** Of an estimate: what is held in the warm-up is no part of the figures. */
  private long firstWeights() throws IOException {
    for (String line : lines("weights.jsonl")) {
      JsonNode record = Json.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      if (!record.get("decision").textValue().equals("WARMUP")) {
        return record.get("time").longValue();
      }
    }
    throw new AssertionError("no weights but those of the warm-up");
  }

  private static double earned(
      JsonNode now, JsonNode before, Map<String, Double> closes, Map<String, Double> last) {
    double sum = 0;
    for (String symbol : last.keySet()) {
      double position = now.path(symbol).doubleValue();
      double traded = position - (before == null ? 0 : before.path(symbol).doubleValue());
      Double close = closes.get(symbol);
      sum += close == null ? 0 : position * (close / last.get(symbol) - 1);
      sum -= 0.0002 * Math.abs(traded);
    }
    return sum;
  }

  /** By time and symbol. */
  private static Map<Long, Map<String, Double>> closes() throws IOException {
    Map<Long, Map<String, Double>> closes = new TreeMap<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(Samples.reference(DAILY)))),
                StandardCharsets.UTF_8))) {
      assertThat(rows.readLine()).isEqualTo("symbol,time,open,high,low,close,volume");
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        String[] cells = row.split(",", -1);
        closes
            .computeIfAbsent(Long.parseLong(cells[1]), time -> new TreeMap<>())
            .put(cells[0], Double.parseDouble(cells[5]));
      }
    }
    return closes;
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
    // Of a price that nobody trades fewer than half of the strategies ever make anything.
    Cli result =
        backtest("--prices=" + prices(rows.toArray(String[]::new)), "--set=ensemble.warm-up=0");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("dead-letter.jsonl: 2 DUPLICATE");
    assertThat(lines("dead-letter.jsonl")).hasSize(2);
  }
}

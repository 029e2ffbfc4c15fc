package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backtest leaves for its report, and what {@code report} refuses. */
class ReportCommandTest {

  private static final String SAMPLE = "../../src/reference/us-daily-returns-sample.csv.gz";

  @TempDir private Path directory;

  /** Three symbols, a bar a minute for five hours. */
  private Path minutes() throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder("symbol,time,open,high,low,close,volume\n");
    double[] close = {100, 50, 20};
    for (int minute = 0; minute < 300; minute++) {
      for (int s = 0; s < close.length; s++) {
        close[s] *= 1 + 0.002 * random.nextGaussian();
        rows.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%.4f,%.4f,%.4f,%.4f,1000%n",
                "ABC".charAt(s),
                Instant.parse("2024-03-04T15:00:00Z").plusSeconds(60L * minute),
                close[s],
                1.001 * close[s],
                0.999 * close[s],
                close[s]));
      }
    }
    return Files.writeString(directory.resolve("minutes.csv"), rows);
  }

  @Test
  void aFewHoursAreNoYearAndTradesAndOptionsAreBesideTheReport() throws IOException {
    Path out = directory.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(
            "backtest",
            "--prices",
            minutes(),
            "--out",
            out,
            "--benchmark",
            "B",
            "--set=ensemble.warm-up=0",
            "--set=kafka.sasl.jaas.config=org.Login required password=\"hunter2\";");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("too short to annualise", "Benchmark B")
        .doesNotContain("000000");
    JsonNode report = Answers.parse(Files.readString(out.resolve("report.json")));
    assertThat(report.at("/tracks/0/figures").has("annualReturn")).isFalse();
    assertThat(report.at("/tracks/0/figures").has("calmar")).isFalse();

    List<String> trades = Files.readAllLines(out.resolve("trades.csv"));
    JsonNode attribution = report.at("/breakdown/attribution");
    assertThat(trades.get(0))
        .isEqualTo("time,symbol,side,price,positionBefore,positionAfter,value,cost");
    assertThat(trades).hasSize(attribution.at("/trades/count").asInt() + 1).hasSizeGreaterThan(1);
    double cost = 0;
    for (String trade : trades.subList(1, trades.size())) {
      cost += Double.parseDouble(trade.substring(trade.lastIndexOf(',') + 1));
    }
    assertThat(cost)
        .isCloseTo(report.at("/tracks/0/figures/positionCost").asDouble(), within(1e-6));
    double profit = attribution.path("apart").asDouble();
    for (JsonNode symbol : attribution.path("symbols")) {
      profit += symbol.path("profit").asDouble();
    }
    assertThat(profit)
        .isCloseTo(report.at("/tracks/0/figures/finalCapital").asDouble() - 100_000, within(1e-6));
    assertThat(Files.readString(out.resolve("effective.yaml")))
        .contains("benchmark: B", "weight-cost: 0", "******")
        .doesNotContain("hunter2");
  }

  @Test
  void aBenchmarkThatIsNotThereIsOneSentence() {
    CommandLineRun run =
        CommandLineRun.of(
            "backtest",
            "--returns",
            SAMPLE,
            "--out",
            directory.resolve("out"),
            "--benchmark",
            "SPY");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines().reduce((first, last) -> last).orElseThrow())
        .isEqualTo(
            "the benchmark SPY is no symbol of this portfolio: with strategy returns alone no"
                + " symbol is known; leave the benchmark out");
    assertThat(directory.resolve("out/report.html")).doesNotExist();
  }

  @Test
  void whatIsNoReportIsOneSentence() throws IOException {
    CommandLineRun run = CommandLineRun.of("report", directory.resolve("nowhere"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).startsWith("there is no directory ");
    Files.writeString(directory.resolve("report.json"), "{\"version\": 7}");
    run = CommandLineRun.of("report", directory, directory);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("is not a report that can be shown (version of report.json must be 1; have 7)");
    run = CommandLineRun.of("report", "--port", "70000", directory);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--port must be in 0 to 65535; have 70000");
    assertThat(CommandLineRun.of("report").exitCode()).isEqualTo(2);
  }
}

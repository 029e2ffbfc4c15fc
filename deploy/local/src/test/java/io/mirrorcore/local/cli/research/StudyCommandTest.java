package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.local.cli.CommandLineRun;
import io.mirrorcore.local.cli.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {

  private static final Path PRICES = Path.of("../../src/reference/us-daily-prices-sample.csv.gz");

  @TempDir private Path directory;

  private static JsonNode json(Path out) throws IOException {
    return new ObjectMapper().readTree(out.resolve("study.json").toFile());
  }

  private static JsonNode strategy(JsonNode report, String id) {
    for (JsonNode strategy : report.at("/study/strategies")) {
      if (strategy.get("id").asText().equals(id)) {
        return strategy;
      }
    }
    throw new AssertionError("no " + id);
  }

  @Test
  void judgesEveryStrategyAsTheLedgerCounts() throws IOException {
    Path out = directory.resolve("study");
    CommandLineRun run = CommandLineRun.of("study", "--prices", PRICES, "--out", out);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow())
        .contains("strategies over", "Never in a position", "LIQUIDITY_FLOW", "A dash is");
    assertThat(Tree.contents(out)).containsOnlyKeys("study.html", "study.json");
    assertThat(out.resolve("study.html")).content().contains("UT_BOT", "<h2>Decay of the signal");

    JsonNode report = json(out);
    assertThat(report.at("/study/strategies")).hasSize(19);
    JsonNode liquidity = strategy(report, "LIQUIDITY_FLOW");
    assertThat(liquidity.at("/together/account/net").isMissingNode()).isTrue();
    assertThat(liquidity.at("/together/information")).isEmpty();

    Path backtest = directory.resolve("backtest");
    Object[] walk = {
      "backtest", "--prices", PRICES, "--train", 60, "--test", 20, "--out", backtest
    };
    assertThat(CommandLineRun.of(walk).exitCode()).isZero();
    assertThat(strategy(report, "UT_BOT").at("/together/account/annualReturn").asDouble())
        .isCloseTo(
            meanReturn(backtest, "UT_BOT") * report.at("/study/barsPerYear").asDouble(),
            within(1e-9));
  }

  /** Mean over all bars of the study, the first of which the ledger has no return of. */
  private static double meanReturn(Path backtest, String strategy) throws IOException {
    List<String> lines = Files.readAllLines(backtest.resolve("strategy-returns.csv"));
    int column = List.of(lines.get(0).split(",", -1)).indexOf(strategy);
    double sum = 0;
    for (String line : lines.subList(1, lines.size())) {
      sum += Double.parseDouble(line.split(",", -1)[column]);
    }
    return sum / lines.size();
  }

  @Test
  void judgesOneStrategyAloneInEitherEdition() throws IOException {
    CommandLineRun first =
        CommandLineRun.of(
            "study",
            "--prices",
            PRICES,
            "--strategy",
            "VOLUME_SR",
            "--edition",
            1,
            "--out",
            directory);
    assertThat(first.exitCode()).as(first.err()).isZero();
    JsonNode before = json(directory);
    CommandLineRun second =
        CommandLineRun.of(
            "study", "--prices", PRICES, "--strategy", "VOLUME_SR", "--out", directory);

    assertThat(second.out())
        .startsWith("VOLUME_SR alone over")
        .contains("RANGING", "IC of the bar");
    assertThat(before.at("/study/strategies")).hasSize(1);
    assertThat(before.at("/configuration").asText()).contains("edition: 1");
    assertThat(json(directory).at("/study/strategies/0/together"))
        .isNotEqualTo(before.at("/study/strategies/0/together"));
  }

  @Test
  void takesAStrategyThatIsSwitchedOff() {
    CommandLineRun run = CommandLineRun.of("study", "--prices", PRICES, "--strategy", "HOLD");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("HOLD alone").doesNotContain("wrote");
  }

  @Test
  void saysWhichStrategiesThereAre() {
    CommandLineRun run = CommandLineRun.of("study", "--prices", PRICES, "--strategy", "NOBODY");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no strategy NOBODY; there are [UT_BOT");
    assertThat(CommandLineRun.of("study", "--prices", PRICES, "--edition", 3).err())
        .contains("--edition must be 1 or 2; have 3");
  }

  @Test
  void replacesNoInputAndSetsAnEarlierStudyAsideWhereItFails() throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    Path bad =
        Files.write(
            directory.resolve("bad.csv"),
            List.of(
                "symbol,time,open,high,low,close,volume",
                "A,1600000020000,1,1,1,1,1",
                "A,1600000080000,1,1,1,1,1",
                "A,1600000140000,1,0,1,1,1"));
    Files.writeString(out.resolve("study.html"), "earlier");

    CommandLineRun run = CommandLineRun.of("study", "--prices", bad, "--out", out);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("33 % of the records of bad.csv were refused");
    assertThat(Tree.contents(out)).containsOnlyKeys("earlier/study.html");

    Path own = Files.copy(PRICES, out.resolve("study.json"));
    assertThat(CommandLineRun.of("study", "--prices", own, "--out", out).err())
        .contains("study.json", "read by the same command");
  }
}

package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables beside a report hold what the report and the records do. */
class BacktestTablesTest {

  private static final String SAMPLE = "../../src/reference/us-daily-returns-sample.csv.gz";

  @TempDir private Path directory;

  private List<String> table(String name) throws IOException {
    return Files.readAllLines(directory.resolve("out").resolve(name));
  }

  @Test
  void tellDrawdownsAndWhatEachResultWasMadeOf() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("backtest", "--returns", SAMPLE, "--out", directory.resolve("out"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = Answers.parse(Files.readString(directory.resolve("out/report.json")));

    List<String> drawdown = table("drawdown.csv");
    assertThat(drawdown.get(0)).isEqualTo(table("equity.csv").get(0)).startsWith("time,Ensemble,");
    JsonNode ofEnsemble = report.path("tracks").get(0).path("drawdown");
    assertThat(drawdown).hasSize(ofEnsemble.size() + 1);
    for (int t = 0; t < ofEnsemble.size(); t++) {
      assertThat(Double.parseDouble(drawdown.get(t + 1).split(",", -1)[1]))
          .isEqualTo(ofEnsemble.get(t).asDouble())
          .isBetween(-1.0, 0.0);
    }

    List<String> weights = table("weights.csv");
    List<String> names = List.of(weights.get(0).split(",", -1));
    List<String> records = table("weights.jsonl");
    assertThat(weights).hasSize(records.size() + 1);
    for (int due = 0; due < records.size(); due++) {
      String[] row = weights.get(due + 1).split(",", -1);
      JsonNode record = Answers.parse(records.get(due));
      for (String name : List.of("sharpeAnnualised", "confidence", "lambda", "eta", "cap")) {
        assertThat(Double.parseDouble(row[names.indexOf(name)]))
            .as("%s of result %d", name, due)
            .isEqualTo(record.path(name).asDouble());
      }
    }
  }
}

package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A future whose moves a share repeats a day later is named, by both strategies on leads. */
class PlantedLeadTest {

  private static final int DAYS = 420;
  private static final List<String> SYMBOLS = List.of("ES", "GOLD", "SPOT", "WOOL");

  @TempDir private Path directory;

  /**
   * @param lead of SPOT's return that is yesterday's of ES
   */
  private Path prices(double lead) throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    double[] close = {4000, 1800, 400, 90};
    double before = 0;
    List<String> rows = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    LocalDate day = LocalDate.of(2020, 1, 1);
    for (int t = 0; t < DAYS; t++) {
      double ofEs = 0;
      for (int s = 0; s < close.length; s++) {
        double own = 0.01 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
        double moved = SYMBOLS.get(s).equals("SPOT") ? own + lead * before : own;
        ofEs = SYMBOLS.get(s).equals("ES") ? own : ofEs;
        close[s] *= 1 + moved;
        String price = String.format(Locale.ROOT, "%.6f", close[s]);
        rows.add(
            String.join(
                ",",
                SYMBOLS.get(s),
                day.plusDays(t) + "T21:00:00Z",
                price,
                price,
                price,
                price,
                "1000"));
      }
      before = ofEs;
    }
    return Files.write(directory.resolve("prices-" + lead + ".csv"), rows);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> Json.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
        .toList();
  }

  private List<JsonNode> leads(double lead) throws IOException {
    Path out = directory.resolve("report-" + lead);
    CommandLineRun run =
        CommandLineRun.of(
            "backtest",
            "--prices",
            prices(lead),
            "--mode",
            "event",
            "--out",
            out,
            "--set",
            "ensemble.warm-up=0");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path file = out.resolve("lead-lag.jsonl");
    return Files.exists(file) ? lines(file) : List.of();
  }

  @Test
  void isNamedWithItsLagAndItsSign() throws IOException {
    List<JsonNode> leads = leads(0.9);
    for (String strategy : List.of("CAUSALITY_DETECTOR", "CORRELATION_MATRIX")) {
      JsonNode first =
          leads.stream()
              .filter(one -> one.get("strategy").textValue().equals(strategy))
              .filter(one -> one.get("follower").textValue().equals("SPOT"))
              .findFirst()
              .orElseThrow();
      assertThat(first.get("leader").textValue()).isEqualTo("ES");
      assertThat(first.get("state").textValue()).isEqualTo("BEGINS");
      assertThat(first.get("lag").intValue()).isEqualTo(1);
      assertThat(first.get("p").doubleValue()).isLessThan(0.05);
      assertThat(first.get("coefficient").doubleValue()).isPositive();
    }
    assertThat(leads)
        .as("the others lead nobody for long, and seldom")
        .filteredOn(one -> one.get("strategy").textValue().equals("CAUSALITY_DETECTOR"))
        .filteredOn(one -> one.get("state").textValue().equals("BEGINS"))
        .filteredOn(one -> !one.get("leader").textValue().equals("ES"))
        .hasSizeLessThan(30);
  }

  @Test
  void isNamedInTheSignalsOfWhoFollows() throws IOException {
    Path out = directory.resolve("signals.jsonl");
    CommandLineRun run = CommandLineRun.of("signals", "--prices", prices(0.9), "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> told = lines(out).stream().filter(one -> one.has("texts")).toList();
    assertThat(told)
        .filteredOn(one -> one.get("strategy").textValue().equals("CAUSALITY_DETECTOR"))
        .filteredOn(one -> one.get("symbol").textValue().equals("SPOT"))
        .hasSizeGreaterThan(200)
        .allMatch(one -> one.at("/texts/leader").textValue().equals("ES"));
    assertThat(told)
        .filteredOn(one -> one.get("strategy").textValue().equals("CORRELATION_MATRIX"))
        .hasSizeGreaterThan(100)
        .filteredOn(one -> one.at("/texts/leader").textValue().equals("ES"))
        .allMatch(
            one ->
                one.at("/texts/role")
                    .textValue()
                    .equals(one.get("symbol").textValue().equals("ES") ? "LEADER" : "NEUTRAL"));

    Path old = directory.resolve("old.jsonl");
    CommandLineRun first =
        CommandLineRun.of(
            "signals", "--prices", prices(0.9), "--out", old, "--set", "compatibility=0.1");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(Files.readString(old)).doesNotContain("texts", "LEADER");
  }
}

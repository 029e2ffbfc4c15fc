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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example: SPY repeats what ES did, QQQ what NQ did, and ES what QQQ did, which may not be. */
class FuturesAndSpotTest {

  private static final Path EXAMPLE =
      Path.of("../../src/docs/examples/futures-and-spot/futures-and-spot.yaml");
  private static final List<String> SYMBOLS = List.of("ES", "NQ", "QQQ", "SPY");
  private static final int DAYS = 420;

  @TempDir private Path directory;
  private Path prices;

  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(23);
    double[] close = {4000, 15_000, 380, 400};
    double[] before = new double[4];
    List<String> rows = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    for (int t = 0; t < DAYS; t++) {
      double[] moved = new double[4];
      for (int s = 0; s < 4; s++) {
        moved[s] = 0.01 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
      }
      moved[3] += 0.8 * before[0];
      moved[2] += 0.8 * before[1];
      moved[0] += 0.8 * before[2];
      for (int s = 0; s < 4; s++) {
        close[s] *= 1 + moved[s] + (s % 3 == (t / 100 % 2 == 0 ? 0 : 1) ? 0.002 : 0);
        String price = String.format(Locale.ROOT, "%.6f", close[s]);
        String time = LocalDate.of(2020, 1, 1).plusDays(t) + "T21:00:00Z";
        rows.add(String.join(",", SYMBOLS.get(s), time, price, price, price, price, "1000"));
      }
      before = moved;
    }
    prices = Files.write(directory.resolve("prices.csv"), rows);
  }

  private List<JsonNode> lines(String name, Object... more) throws IOException {
    Path out = directory.resolve(name);
    List<Object> words = new ArrayList<>(List.of("signals", "--prices", prices, "--out", out));
    words.addAll(List.of(more));
    CommandLineRun run = CommandLineRun.of(words.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      lines.add(Json.decode(line.getBytes(StandardCharsets.UTF_8), JsonNode.class));
    }
    return lines;
  }

  private static Set<String> leaders(List<JsonNode> signals, String strategy) {
    Set<String> leaders = new TreeSet<>();
    for (JsonNode signal : signals) {
      if (signal.get("strategy").textValue().equals(strategy) && signal.has("texts")) {
        leaders.add(signal.at("/texts/leader").asText());
      }
    }
    return leaders;
  }

  @Test
  void onlyFuturesLeadByTheExample() throws IOException {
    List<JsonNode> signals = lines("told.jsonl", "--config", EXAMPLE);
    assertThat(leaders(signals, "CAUSALITY_DETECTOR")).containsExactly("ES", "NQ");
    assertThat(leaders(lines("plain.jsonl"), "CAUSALITY_DETECTOR")).contains("ES", "NQ", "QQQ");
    List<JsonNode> ofMatrix =
        signals.stream()
            .filter(signal -> signal.get("strategy").textValue().equals("CORRELATION_MATRIX"))
            .filter(signal -> signal.has("texts"))
            .toList();
    assertThat(ofMatrix).hasSizeGreaterThan(1000);
    TreeSet<String> strongest = new TreeSet<>();
    for (JsonNode signal : ofMatrix) {
      String symbol = signal.get("symbol").textValue();
      boolean broad = symbol.equals("ES") || symbol.equals("SPY");
      assertThat(signal.at("/texts/sector").asText()).isEqualTo(broad ? "broad" : "tech");
      strongest.add(signal.at("/texts/strongest_sector").asText());
    }
    assertThat(strongest).containsExactly("broad", "tech");
  }

  @Test
  void whatIsNoWordIsRefusedInASentence() {
    CommandLineRun run =
        CommandLineRun.of(
            "signals",
            "--prices",
            prices,
            "--set=strategies.CORRELATION_MATRIX.lead=hearsay",
            "--out",
            directory.resolve("none.jsonl"));
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err())
        .contains("strategies.CORRELATION_MATRIX.lead must be one of correlation, granger")
        .contains("hearsay");
  }
}

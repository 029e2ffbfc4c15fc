package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What release 0.1.0 itself said of the repository's sample of days, under {@code compatibility:
 * 0.1}: {@code first-release-figures.json} are the figures of its report's tracks, by name, of
 * {@code backtest --prices us-daily-prices-sample.csv.gz --train 90 --test 30}.
 */
class FirstReleaseFiguresTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLE = Path.of("../../src/reference/us-daily-prices-sample.csv.gz");

  @TempDir private Path directory;

  private static JsonNode published() throws IOException {
    try (InputStream file =
        FirstReleaseFiguresTest.class.getResourceAsStream("first-release-figures.json")) {
      return JSON.readTree(file);
    }
  }

  @Test
  void areThoseOfTheReportToTheLastDigit() throws IOException {
    Path out = directory.resolve("report");
    CommandLineRun run =
        CommandLineRun.of(
            "backtest",
            "--prices",
            SAMPLE,
            "--train=90",
            "--test=30",
            "--set=compatibility=0.1",
            "--out",
            out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Judged as in 0.1");

    Map<String, JsonNode> tracks = new HashMap<>();
    JsonNode report = JSON.readTree(out.resolve("report.json").toFile());
    report.path("tracks").forEach(track -> tracks.put(track.path("name").asText(), track));
    JsonNode published = published();
    assertThat(tracks).hasSize(published.size()).hasSize(23);
    for (Map.Entry<String, JsonNode> track : published.properties()) {
      JsonNode figures = tracks.get(track.getKey()).path("figures");
      for (Map.Entry<String, JsonNode> figure : track.getValue().properties()) {
        assertThat(figures.path(figure.getKey()))
            .as(track.getKey() + " " + figure.getKey())
            .isEqualTo(figure.getValue());
      }
    }
  }
}

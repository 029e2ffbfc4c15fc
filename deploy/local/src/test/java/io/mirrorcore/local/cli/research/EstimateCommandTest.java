package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimateCommandTest {

  @TempDir private Path directory;

  private Path returns(JsonNode rows) throws IOException {
    StringBuilder text = new StringBuilder("time");
    for (int i = 0; i < rows.get(0).size(); i++) {
      text.append(",s").append(i);
    }
    for (int t = 0; t < rows.size(); t++) {
      text.append('\n').append(1_700_000_000_000L + 60_000L * t);
      rows.get(t).forEach(value -> text.append(',').append(value));
    }
    return Files.writeString(directory.resolve("returns.csv"), text.append('\n'));
  }

  @Test
  void givesTheCovarianceOfThePublicPeerInTheOrderOfTheColumns() throws IOException {
    JsonNode reference = Answers.reference("covariance.json").path("cases").get(0);
    Path file = returns(reference.path("input").path("returns"));
    JsonNode json = Answers.to("estimate", "--returns", file.toString()).json();
    JsonNode expected = reference.path("expected").path("ledoit_wolf");
    assertThat(json.path("shrinkage").asDouble())
        .isCloseTo(expected.path("shrinkage").asDouble(), within(1e-12));
    JsonNode matrix = expected.has("covariance") ? expected.get("covariance") : expected.get("cov");
    for (int i = 0; i < 19; i++) {
      for (int j = 0; j < 19; j++) {
        assertThat(json.path("covariance").get(i).get(j).asDouble())
            .isCloseTo(matrix.get(i).get(j).asDouble(), within(1e-15));
      }
    }
    assertThat(json.path("strategies").get(10).asText()).isEqualTo("s10");
    assertThat(json.path("observations").asInt()).isEqualTo(60);
  }

  @Test
  void choosesEstimatorsByName() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("r.csv"), "time,A\n2024-01-01,0.1\n2024-01-02,0.3\n2024-01-03,0.2\n");
    JsonNode json =
        Answers.to(
                "estimate",
                "--returns",
                file.toString(),
                "--mean",
                "rolling",
                "--covariance",
                "sample")
            .json();
    assertThat(json.path("mean").path("A").asDouble()).isCloseTo(0.2, within(1e-15));
    assertThat(json.path("covariance").get(0).get(0).asDouble()).isCloseTo(0.01, within(1e-15));
    assertThat(json.path("conditionNumber").asDouble()).isEqualTo(1);
    Answers unknown = Answers.to("estimate", "--returns", file.toString(), "--mean", "median");
    assertThat(unknown.exit).isEqualTo(1);
    assertThat(unknown.err).contains("ensemble.mean must be one of ewma, rolling, shrinkage");
  }

  @Test
  void printsATableForPeople() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("r.csv"), "time,A\n2024-01-01,0.1\n2024-01-02,0.3\n2024-01-03,0.2\n");
    assertThat(Answers.to("estimate", "--returns", file.toString(), "--format", "table").out)
        .contains("3 rows, mean ewma, covariance ledoit-wolf");
  }
}

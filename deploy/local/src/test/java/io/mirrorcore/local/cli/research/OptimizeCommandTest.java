package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizeCommandTest {

  @TempDir private Path directory;

  private Answers solve(String problem, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("problem.json"), problem);
    List<String> arguments = new ArrayList<>(List.of("optimize", "--problem", file.toString()));
    arguments.addAll(List.of(more));
    return Answers.to(arguments.toArray(String[]::new));
  }

  private static double[] values(JsonNode byName) {
    List<Double> values = new ArrayList<>();
    byName.forEach(value -> values.add(value.asDouble()));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] numbers(JsonNode list) {
    return values(list);
  }

  static Stream<JsonNode> referenceProblems() {
    List<JsonNode> cases = new ArrayList<>();
    Answers.reference("mean_variance_qp.json").path("cases").forEach(cases::add);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("referenceProblems")
  void givesTheWeightsOfThePublicPeers(JsonNode reference) throws IOException {
    JsonNode answer = solve(reference.path("input").toString()).json();
    assertThat(answer.path("status").asText()).isEqualTo("OPTIMAL");
    assertThat(values(answer.path("weights")))
        .containsExactly(numbers(reference.path("expected").path("weights")), within(1e-12));
    assertThat(answer.path("objectiveValue").asDouble())
        .isCloseTo(reference.path("expected").path("objective").asDouble(), within(1e-12));
    assertThat(answer.path("kktResidual").asDouble()).isLessThan(1e-12);
    assertThat(answer.path("weights").fieldNames().next()).isEqualTo("s0");
  }

  @ParameterizedTest
  @CsvSource({
    "min-variance,min_variance",
    "max-sharpe,max_sharpe",
    "risk-parity,risk_parity_uncapped"
  })
  void solvesEveryObjective(String objective, String expected) throws IOException {
    JsonNode reference = Answers.reference("objectives.json").path("cases").get(0);
    JsonNode answer =
        solve(
                "{\"mu\":%s,\"sigma\":%s,\"max_weight\":1,\"objective\":\"%s\"}"
                    .formatted(
                        reference.path("input").path("mu"),
                        reference.path("input").path("sigma"),
                        objective))
            .json();
    assertThat(answer.path("status").asText()).isEqualTo("OPTIMAL");
    assertThat(values(answer.path("weights")))
        .containsExactly(
            numbers(reference.path("expected").path(expected).path("weights")), within(1e-6));
  }

  @Test
  void takesScenariosAloneForTheTailLoss() throws IOException {
    JsonNode reference = Answers.reference("objectives.json").path("cases").get(0);
    JsonNode answer =
        solve(
                "{\"returns\":%s,\"max_weight\":1,\"objective\":\"cvar\"}"
                    .formatted(reference.path("input").path("returns")))
            .json();
    assertThat(answer.path("objectiveValue").asDouble())
        .isCloseTo(reference.path("expected").path("cvar").path("value").asDouble(), within(1e-6));
  }

  @Test
  void namesStrategiesBoundsAndRisk() throws IOException {
    JsonNode answer =
        solve(
                "{\"mu\":[0.3,0.1,0],\"sigma\":[[1,0,0],[0,1,0],[0,0,1]],\"lambda\":1,"
                    + "\"max_weight\":[0.5,1,1],\"previous_weights\":[0.5,0.5,0],"
                    + "\"strategies\":[\"Z\",\"A\",\"M\"]}")
            .json();
    // Z would like 0.5: 0.3 - w; without the cap the rest is shared so that 0.1 - a = -m.
    assertThat(values(answer.path("weights")))
        .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-15));
    assertThat(answer.path("weights").properties())
        .extracting(entry -> entry.getKey())
        .containsExactly("Z", "A", "M");
    assertThat(answer.path("bindingUpper").toString()).isEqualTo("[\"Z\"]");
    assertThat(answer.path("bindingLower")).isEmpty();
    assertThat(answer.path("turnover").asDouble()).isCloseTo(0.4, within(1e-15));
    assertThat(answer.path("expectedReturn").asDouble()).isCloseTo(0.18, within(1e-15));
    assertThat(answer.path("budgetMultiplier").asDouble()).isCloseTo(-0.2, within(1e-15));
    assertThat(values(answer.path("riskContributions")))
        .containsExactly(new double[] {25 / 38.0, 9 / 38.0, 4 / 38.0}, within(1e-12));
    assertThat(answer.path("conditionNumber").asDouble()).isEqualTo(1);
  }

  @Test
  void capsGroups() throws IOException {
    JsonNode answer =
        solve(
                "{\"mu\":[3,2,0],\"sigma\":[[1,0,0],[0,1,0],[0,0,1]],\"lambda\":1,"
                    + "\"groups\":[{\"name\":\"g\",\"strategies\":[\"s0\",\"s1\"],\"cap\":0.6}]}")
            .json();
    assertThat(values(answer.path("weights")))
        .containsExactly(new double[] {0.6, 0, 0.4}, within(1e-12));
    assertThat(answer.path("groupMultipliers").path("g").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"mu\":[NaN,0],\"sigma\":[[1,0],[0,1]],\"lambda\":1}|INVALID_INPUT|s0",
        "{\"mu\":[1,Infinity],\"sigma\":[[1,0],[0,1]],\"lambda\":1}|INVALID_INPUT|s1",
        "{\"mu\":[1,0],\"sigma\":[[1,0.5],[0,1]],\"lambda\":1}|INVALID_INPUT|symmetric",
        "{\"mu\":[1,0],\"sigma\":[[1,2],[2,1]],\"lambda\":1}|INVALID_INPUT|semidefinite",
        "{\"mu\":[1,0],\"sigma\":[[1,0],[0,1]],\"lambda\":1,\"max_weight\":0.4}|INFEASIBLE|0.8",
        "{\"mu\":[1,0],\"sigma\":[[1,0],[0,1]],\"lambda\":-1}|INVALID_INPUT|lambda",
        "{\"mu\":[1,0],\"sigma\":[[1,0],[0,1]]}|lambda is missing|lambda",
        "{\"mu\":[1],\"sigma\":[[1,0],[0,1]],\"lambda\":1}|mu must be a list of 2|mu",
        "{\"mu\":[1,0],\"sigma\":[[1,0]],\"lambda\":1}|sigma must have as many|sigma",
        "{\"mu\":[1,0],\"sgma\":[[1,0],[0,1]],\"lambda\":1}|sgma is no key|there are",
        "{\"mu\":[1,\"x\"],\"sigma\":[[1,0],[0,1]],\"lambda\":1}|mu[1] must be a number|x",
        "{\"objective\":\"best\",\"sigma\":[[1]]}|objective must be one of|best",
        "{\"objective\":\"cvar\",\"returns\":[[1,2],[],[3,4]]}|0 numbers in row 1|2 in row 0",
        "{\"objective\":\"cvar\",\"returns\":[[],[]]}|rows of equal length|row 0",
        "{\"objective\":\"cvar\",\"returns\":[[1],[1e300]]}|returns[1][0] must be|1.0E300",
        "[1]|must hold a JSON object|mu",
        "{\"mu\":|is no JSON|problem.json",
        "{\"mu\":[1],\"mu\":[2],\"sigma\":[[1]],\"lambda\":1}|is no JSON: Duplicate field|mu",
        "{\"mu\":[1],\"sigma\":[[1]],\"lambda\":1} {}|must hold one JSON object|what follows",
      })
  void refusesWithTheNameAndTheValue(String problem, String first, String second)
      throws IOException {
    Answers answer = solve(problem);
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err.lines()).hasSize(1);
    assertThat(answer.err).contains(first, second);
  }

  @Test
  void asksForOneInput() {
    assertThat(Answers.to("optimize").exit).isEqualTo(2);
    assertThat(Answers.to("optimize", "--returns", "a", "--problem", "b").exit).isEqualTo(2);
    Answers missing = Answers.to("optimize", "--returns", "nowhere.csv");
    assertThat(missing.exit).isEqualTo(1);
    assertThat(missing.err).contains("nowhere.csv");
  }

  private Path returns(int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder("time,Z,A,M\n");
    for (int t = 0; t < rows; t++) {
      text.append(86_400_000L * (t + 10_000));
      for (int i = 0; i < 3; i++) {
        text.append(',').append(0.02 * (random.nextDouble() - 0.48));
      }
      text.append('\n');
    }
    return Files.writeString(directory.resolve("returns.csv"), text);
  }

  @Test
  void estimatesReturnsAndSaysWhatItInferred() throws IOException {
    Path file = returns(60);
    Answers answer =
        Answers.to(
            "optimize", "--returns", file.toString(), "--resample", "20", "--regime", "trending");
    assertThat(answer.exit).isZero();
    assertThat(answer.err).contains("a bar every 1d").contains("raised to 0.33");
    JsonNode json = answer.json();
    assertThat(json.path("status").asText()).isEqualTo("OPTIMAL");
    assertThat(json.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.path("confidences").properties())
        .extracting(entry -> entry.getKey())
        .containsExactly("Z", "A", "M");
    assertThat(answer.out)
        .as("seeded")
        .isEqualTo(
            Answers.to(
                    "optimize",
                    "--returns",
                    file.toString(),
                    "--resample",
                    "20",
                    "--regime",
                    "trending")
                .out);
  }

  @Test
  void measuresTurnoverFromPreviousWeights() throws IOException {
    Path previous = Files.writeString(directory.resolve("previous.json"), "{\"A\":1}");
    Answers answer =
        Answers.to(
            "optimize",
            "--returns",
            returns(60).toString(),
            "--previous",
            previous.toString(),
            "--set",
            "regimes.mixed.cap=0.5");
    double ofA = answer.json().path("weights").path("A").asDouble();
    assertThat(answer.json().path("turnover").asDouble()).isCloseTo(2 * (1 - ofA), within(1e-12));
    Files.writeString(previous, "{\"B\":1}");
    Answers unknown =
        Answers.to(
            "optimize", "--returns", returns(60).toString(), "--previous", previous.toString());
    assertThat(unknown.exit).isEqualTo(1);
    assertThat(unknown.err).contains("B").contains("[Z, A, M]");
  }

  @Test
  void namesTheLineAndStrategyOfABadReturn() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("r.csv"), "time,A,B\n2024-01-01,1,2\n2024-01-02,nan,1\n");
    Answers answer = Answers.to("optimize", "--returns", file.toString());
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("line 3").contains("return of A must be finite");
    Files.writeString(file, "time,A,B\n2024-01-01,1,2\n");
    assertThat(Answers.to("optimize", "--returns", file.toString()).err)
        .contains("at least 2 rows");
    Files.writeString(file, "time,A,B\n2024-01-02,1,2\n2024-01-02,1,2\n");
    assertThat(Answers.to("optimize", "--returns", file.toString()).err)
        .contains("times must ascend");
  }

  @Test
  void sortsReturnsAndSaysSo() throws IOException {
    List<String> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int day = 1; day <= 40; day++) {
      String time = LocalDate.of(2024, 1, 1).plusDays(day).toString();
      rows.add(time + "," + random.nextDouble() / 100 + "," + random.nextDouble() / 100);
    }
    Path file = directory.resolve("r.csv");
    Files.writeString(file, "time,A,B\n" + String.join("\n", rows) + "\n");
    Answers inOrder = Answers.to("optimize", "--returns", file.toString(), "--window", "30");
    Collections.reverse(rows);
    Files.writeString(file, "time,A,B\n" + String.join("\n", rows) + "\n");
    Answers newestFirst = Answers.to("optimize", "--returns", file.toString(), "--window", "30");
    assertThat(newestFirst.out).isEqualTo(inOrder.out);
    assertThat(newestFirst.err)
        .contains("r.csv is not in the order of time: its 40 rows were sorted");
    assertThat(inOrder.err).doesNotContain("sorted");
  }

  @Test
  void printsATableForPeople() throws IOException {
    Answers answer =
        solve(
            "{\"mu\":[0.3,0.1],\"sigma\":[[1,0],[0,1]],\"lambda\":1,\"max_weight\":0.5}",
            "--format",
            "table");
    assertThat(answer.out)
        .contains("s0")
        .contains("50.000 %")
        .contains("cap")
        .contains("KKT residual");
  }
}

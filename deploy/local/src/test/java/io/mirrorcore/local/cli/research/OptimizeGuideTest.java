package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code optimize} for a person who has the original guide open: its steps 4 to 6, by name. */
class OptimizeGuideTest {

  private static final String SAMPLE = "../../src/reference/us-daily-returns-sample.csv.gz";

  @TempDir private Path directory;

  private static Answers guide(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("optimize", "--returns", SAMPLE, "--window", "60"));
    arguments.addAll(List.of(more));
    return Answers.to(arguments.toArray(String[]::new));
  }

  private Answers solve(String problem, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("problem.json"), problem);
    List<String> arguments = new ArrayList<>(List.of("optimize", "--problem", file.toString()));
    arguments.addAll(List.of(more));
    return Answers.to(arguments.toArray(String[]::new));
  }

  @Test
  void takesTheGuidesOwnNumbersAndSaysWhatItWasMadeFrom() throws IOException {
    JsonNode json = guide("--lambda", "100", "--eta", "0.05", "--max-weight", "0.25").json();
    assertThat(json.path("regime").asText()).isEqualTo("MIXED");
    assertThat(json.path("lambda").asDouble()).isEqualTo(100);
    assertThat(json.path("eta").asDouble()).isEqualTo(0.05);
    assertThat(json.path("cap").asDouble()).isEqualTo(0.25);
    assertThat(json.path("observations").asInt()).isEqualTo(60);
    assertThat(json.path("shrinkage").asDouble()).isBetween(0.0, 1.0);
    assertThat(json.path("sharpeAnnualised").asDouble())
        .isCloseTo(json.path("sharpe").asDouble() * Math.sqrt(252), within(1e-9));
    // The same by the configuration, for all regimes at once.
    Answers configured =
        guide(
            "--set",
            "ensemble.lambda=100",
            "--set",
            "ensemble.eta=0.05",
            "--set",
            "ensemble.max-weight=0.25",
            "--regime",
            "VOLATILE");
    assertThat(configured.json().path("weights")).isEqualTo(json.path("weights"));
  }

  @Test
  void overridesAProblemsOwnNumbers() throws IOException {
    String problem = "{\"mu\":[0.3,0.1],\"sigma\":[[1,0],[0,1]]%s}";
    JsonNode given =
        solve(problem.formatted(",\"lambda\":2,\"eta\":0.1,\"max_weight\":0.6")).json();
    JsonNode over =
        solve(problem.formatted(""), "--lambda", "2", "--eta", "0.1", "--max-weight", "0.6").json();
    assertThat(over).isEqualTo(given);
    assertThat(given.path("cap").asDouble()).isEqualTo(0.6);
    assertThat(given.has("regime")).isFalse();
    assertThat(given.has("sharpeAnnualised")).as("the unit of a problem is its own").isFalse();
  }

  @Test
  void resamplesToRobustWeightsWithTheirFigures() throws IOException {
    JsonNode json = guide("--resample", "50", "--max-weight", "0.3").json();
    double sum = 0;
    for (JsonNode weight : json.path("resampledWeights")) {
      assertThat(weight.asDouble()).isBetween(0.0, 0.3 + 1e-12);
      sum += weight.asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    JsonNode resampled = json.path("resampled");
    assertThat(resampled.path("sharpeAnnualised").asDouble()).isNotZero();
    assertThat(resampled.path("turnover").asDouble()).isEqualTo(1);
    // No weights serve the estimates better than their optimum.
    assertThat(utility(resampled)).isLessThanOrEqualTo(utility(json) + 1e-12);
    assertThat(guide("--resample", "50", "--format", "table").out)
        .contains("resampled weights: expected return")
        .contains("confidence 0.");
  }

  private static double utility(JsonNode figures) {
    double volatility = figures.path("volatility").asDouble();
    return figures.path("expectedReturn").asDouble() - 0.5 * 125 * volatility * volatility;
  }

  @Test
  void showsTheLargestWeightsFirst() {
    List<String> five = guide("--format", "table", "--top", "5").out.lines().toList();
    assertThat(five.get(6)).startsWith("and 15 more, ");
    List<Double> weights =
        five.subList(1, 6).stream()
            .map(line -> Double.valueOf(line.replaceAll("^\\S+ +([0-9.]+) %.*", "$1")))
            .toList();
    assertThat(weights).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(String.join("\n", five)).contains("regime MIXED, lambda 125", "a year)");
    assertThat(guide("--format", "table", "--top", "99").out).doesNotContain("more,");
  }

  @ParameterizedTest
  @CsvSource({"mean-variance,1e-8", "min-variance,1e-6", "equal,1e-9"})
  void asksASolverThatSharesNoLineWithOurs(String objective, double tolerance) throws IOException {
    Answers answer = guide("--second-opinion", "--objective", objective);
    JsonNode opinion = answer.json().path("secondOpinion");
    assertThat(opinion.path("solver").asText()).startsWith("ojAlgo");
    assertThat(opinion.path("state").asText()).isEqualTo("OPTIMAL");
    assertThat(opinion.path("largestDifference").asDouble()).isLessThan(tolerance);
    assertThat(opinion.path("weights")).hasSize(20);
  }

  @Test
  void asksItOfCapsOnGroupsAndOfSmallNumbersToo() throws IOException {
    String problem =
        "{\"mu\":[3e-6,2e-6,0],\"sigma\":[[1e-6,0,0],[0,1e-6,0],[0,0,1e-6]],\"lambda\":1,"
            + "\"groups\":[{\"name\":\"g\",\"strategies\":[\"s0\",\"s1\"],\"cap\":0.6}]}";
    JsonNode opinion = solve(problem, "--second-opinion").json().path("secondOpinion");
    assertThat(opinion.path("largestDifference").asDouble()).isLessThan(1e-6);
    assertThat(solve(problem, "--second-opinion", "--format", "table").out)
        .contains("second opinion: ojAlgo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lambda|0|--lambda must be in (0, 1e6]; have 0.0",
        "--lambda|NaN|--lambda must be in (0, 1e6]; have NaN",
        "--eta|-1|--eta must be in [0, 100]; have -1.0",
        "--max-weight|25|--max-weight must be a share in (0, 1] (0.25: 25 %); have 25.0",
        "--top|0|--top must be at least 1 strategy; have 0",
      })
  void refusesInOneSentence(String option, String value, String sentence) {
    Answers answer = guide(option, value);
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains(sentence);
    assertThat(answer.out).isEmpty();
  }

  @Test
  void saysWhichObjectivesHaveASecondOpinion() {
    Answers answer = guide("--second-opinion", "--objective", "risk-parity");
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err)
        .contains("--second-opinion is there for mean-variance, min-variance, equal; have risk");
  }
}

package io.mirrorcore.local.cli.research;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.JsonMutator;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems that nobody should pose: proved weights or one sentence, never a wrong answer. */
class ProblemFuzzTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

  private static final String SIGMA = "[[0.04,0.01,0],[0.01,0.09,0.02],[0,0.02,0.16]]";
  private static final String SCENARIOS =
      "[[0.01,-0.02,0.03],[-0.01,0.01,0.02],[0.02,0.03,-0.05],[0,-0.04,0.01],[0.01,0.02,0.01]]";
  private static final List<String> SEEDS =
      List.of(
          "{\"mu\":[0.1,0.2,0.15],\"sigma\":"
              + SIGMA
              + ",\"lambda\":5,\"eta\":0.1,\"max_weight\":0.5,\"previous_weights\":[0.2,0.3,0.5]}",
          "{\"objective\":\"min-variance\",\"sigma\":"
              + SIGMA
              + ",\"max_weight\":[0.5,0.4,0.6],\"min_weight\":[0.1,0,0],"
              + "\"strategies\":[\"A\",\"B\",\"C\"],"
              + "\"groups\":[{\"name\":\"g\",\"strategies\":[\"A\",\"B\"],\"cap\":0.7}]}",
          "{\"objective\":\"max-sharpe\",\"mu\":[0.1,0.2,0.15],\"risk_free\":0.01,\"sigma\":"
              + SIGMA
              + "}",
          "{\"objective\":\"risk-parity\",\"risk_budgets\":[1,2,1],\"sigma\":" + SIGMA + "}",
          "{\"objective\":\"cvar\",\"beta\":0.8,\"returns\":" + SCENARIOS + "}",
          "{\"objective\":\"equal\",\"sigma\":" + SIGMA + "}");
  private static final List<String> NUMBERS =
      List.of(
          "NaN",
          "-Infinity",
          "1e308",
          "-1e308",
          "1e-308",
          "5e-324",
          "0",
          "-0.0",
          "-1",
          "1",
          "1e20",
          "null",
          "\"a\"",
          "[]",
          "{}",
          "[1]");

  @TempDir private Path directory;

  @Test
  void everyProblemIsSolvedWithItsProofOrRefusedInOneSentence() throws IOException {
    SplittableRandom random = new SplittableRandom(19_520_301);
    List<JsonMutator> mutators = SEEDS.stream().map(JsonMutator::new).toList();
    Path file = directory.resolve("p.json");
    int inputs = Budget.percent(1);
    int solved = 0;
    for (int i = 0; i < inputs; i++) {
      int seed = random.nextInt(SEEDS.size());
      byte[] problem =
          random.nextBoolean()
              ? mutators.get(seed).mutate(random)
              : oneNumberChanged(SEEDS.get(seed), random).getBytes(UTF_8);
      Files.write(file, problem);
      CommandLineRun run = CommandLineRun.of("optimize", "--problem", file);
      String what = new String(problem, UTF_8) + "\n" + run;
      if (run.exitCode() == 0) {
        checkProof(MAPPER.readTree(run.out()), what);
        solved++;
      } else {
        checkSentence(run, what);
      }
    }
    assertThat(solved).isBetween(inputs / 10, inputs * 9 / 10);
  }

  private static String oneNumberChanged(String problem, SplittableRandom random) {
    Matcher numbers = NUMBER.matcher(problem);
    for (int skip = random.nextInt((int) NUMBER.matcher(problem).results().count());
        skip >= 0;
        skip--) {
      numbers.find();
    }
    return problem.substring(0, numbers.start())
        + NUMBERS.get(random.nextInt(NUMBERS.size()))
        + problem.substring(numbers.end());
  }

  private static void checkProof(JsonNode answer, String what) {
    double sum = 0;
    for (JsonNode weight : answer.get("weights")) {
      assertThat(weight.doubleValue()).as(what).isBetween(0.0, 1.0);
      sum += weight.doubleValue();
    }
    assertThat(Math.abs(sum - 1)).as(what).isLessThanOrEqualTo(1e-12);
    assertThat(answer.get("kktResidual").doubleValue()).as(what).isBetween(0.0, 1e-10);
  }

  private static void checkSentence(CommandLineRun run, String what) {
    assertThat(run.exitCode()).as(what).isIn(1, 2);
    assertThat(run.err().strip()).as(what).isNotEmpty().doesNotContain("\n", "Exception", "java.");
  }
}

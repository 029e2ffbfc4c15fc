package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCommandTest {

  private static final String[] SMALL = {"--markets=20", "--years=2"};

  @TempDir private Path directory;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static String[] with(String... arguments) {
    String[] all = new String[arguments.length + SMALL.length + 1];
    all[0] = "power";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    System.arraycopy(SMALL, 0, all, 1 + arguments.length, SMALL.length);
    return all;
  }

  @Test
  void aTableOfSharpeRatiosIsEnough() throws IOException {
    Path table =
        file("s.csv", "strategy,sharpe,volatility,B\nHOLD,0.4,0.15,\nA,1.5,,0.2\nB,-1,,\n");
    Path out = directory.resolve("out");
    JsonNode json =
        Answers.to(with("--sharpes", table.toString(), "--format=json", "--out=" + out)).json();
    assertThat(json.path("truth").findValuesAsText("name")).containsExactly("A", "B", "HOLD");
    assertThat(json.path("truth").get(2).path("volatility").asDouble()).isEqualTo(0.15);
    assertThat(json.path("allocators").findValuesAsText("name"))
        .startsWith("1/N", "oracle", "guide", "evidence", "overlay");
    assertThat(json.path("allocators").get(1).path("toEqualWeight").path("mean").asDouble())
        .as("who knows the truth holds A alone")
        .isGreaterThan(0.5);
    assertThat(Files.readString(out.resolve("power.html")))
        .contains("How long until it shows", "<svg", "polyline", "HOLD at 10 %")
        .doesNotContain("{{", "<script");
    assertThat(Files.readString(out.resolve("power.json")).strip()).isEqualTo(json.toString());
  }

  @Test
  void returnsAreResampledAndTheirTruthIsWhatEvidenceExpects() throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder("time,HOLD,A,B,NEVER\n");
    for (int day = 0; day < 600; day++) {
      rows.append(1_500_000_000L + 86_400L * day)
          .append(',')
          .append(0.01 * random.nextGaussian())
          .append(',')
          .append(0.002 + 0.01 * random.nextGaussian())
          .append(',')
          .append(0.01 * random.nextGaussian())
          .append(",0\n");
    }
    Path returns = file("r.csv", rows.toString());
    JsonNode json = Answers.to(with("--returns", returns.toString(), "--format=json")).json();
    assertThat(json.path("truth").findValuesAsText("name"))
        .as("what never had a return is no strategy to judge")
        .containsExactly("A", "B", "HOLD");
    JsonNode observed =
        Answers.to(with("--returns", returns.toString(), "--format=json", "--truth=observed"))
            .json();
    double lucky = observed.path("truth").get(0).path("sharpe").asDouble();
    assertThat(json.path("truth").get(0).path("sharpe").asDouble())
        .as("most of a good Sharpe ratio is luck")
        .isLessThan(lucky)
        .isGreaterThan(-0.5);
  }

  @Test
  void theAnswerComesBeforeTheFigures() throws IOException {
    Path table = file("n.csv", "strategy,sharpe\nA,0\nB,0\n");
    String text = Answers.to(with("--sharpes", table.toString())).out;
    assertThat(text.lines().findFirst().orElseThrow()).contains("equal weight");
    assertThat(text).contains("seed 42", "oracle", "80 %");
  }

  @Test
  void whatIsWrongIsOneSentence() throws IOException {
    Path twice = file("t.csv", "strategy,sharpe\nA,1\nA,2\n");
    refused(with("--sharpes", twice.toString())).contains("line 3", "A stands there twice");
    Path word = file("w.csv", "strategy,sharpe\nA,good\n");
    refused(with("--sharpes", word.toString())).contains("line 2", "sharpe", "good");
    Path alike = file("c.csv", "strategy,sharpe\nA,1\nB,1\nC,1\n");
    refused(with("--sharpes", alike.toString(), "--correlation=-0.9"))
        .contains("not positive definite");
    Path minutes =
        file("m.csv", "time,A\n1700000000,0.1\n1700000060,0.2\n1700000120,0.1\n1700000180,0.3\n");
    refused(with("--returns", minutes.toString())).contains("days or longer");
  }

  private static AbstractStringAssert<?> refused(String... arguments) {
    Answers answer = Answers.to(arguments);
    assertThat(answer.exit).as(answer.err).isEqualTo(1);
    assertThat(answer.out).isEmpty();
    return assertThat(answer.err).doesNotContain("\tat ");
  }
}

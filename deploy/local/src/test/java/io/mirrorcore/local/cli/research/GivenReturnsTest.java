package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code optimize} and {@code estimate} make of returns as people have them. */
class GivenReturnsTest {

  private static final int ROWS = 40;

  @TempDir private Path directory;

  /** A, B and, from row {@code listed} on, C; times a factor. */
  private List<String> rows(int listed, String hole, double factor) {
    SplittableRandom random = new SplittableRandom(11);
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < ROWS; day++) {
      StringBuilder row = new StringBuilder(LocalDate.of(2024, 1, 1).plusDays(day).toString());
      for (int i = 0; i < 3; i++) {
        double value = factor * 0.01 * random.nextGaussian();
        row.append(',')
            .append(i == 2 && day < listed ? hole : String.format(Locale.ROOT, "%.9f", value));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private String file(String header, List<String> rows) throws IOException {
    Path file = directory.resolve("r.csv");
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    return file.toString();
  }

  private static Answers ask(String command, String file, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--returns", file));
    arguments.addAll(List.of(more));
    return Answers.to(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Date", "date", "DATETIME", "timestamp", "index", ""})
  void readsTheIndexThatPandasWrites(String name) throws IOException {
    String expected = ask("estimate", file("time,A,B,C", rows(0, "", 1))).out;
    Answers answer = ask("estimate", file(name + ",A,B,C", rows(0, "", 1)));
    assertThat(answer.exit).isZero();
    assertThat(answer.out).isEqualTo(expected);
  }

  @Test
  void asksForAColumnOfTimes() throws IOException {
    Answers answer = ask("estimate", file("when,A,B,C", rows(0, "", 1)));
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("lacks the column time").contains("when,A,B,C");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "nan", "NA", "null", "None"})
  void aLateListingIsRefusedUnlessSomebodySaysWhatItShallBe(String hole) throws IOException {
    String file = file("time,A,B,C", rows(10, hole, 1));
    Answers refused = ask("optimize", file);
    assertThat(refused.exit).isEqualTo(1);
    assertThat(refused.err.lines()).hasSize(1);
    assertThat(refused.err).contains("line 2: return of C must be finite", "--missing drop");
    Answers dropped = ask("estimate", file, "--missing", "drop");
    assertThat(dropped.err).contains("10 of 40 rows with a return missing were left out");
    assertThat(dropped.json().path("observations").asInt()).isEqualTo(30);
    Answers zero = ask("estimate", file, "--missing", "zero");
    assertThat(zero.err).contains("10 returns are missing and count as 0");
    assertThat(zero.json().path("observations").asInt()).isEqualTo(40);
    Answers pairwise = ask("estimate", file, "--missing", "pairwise");
    assertThat(pairwise.err).contains("from the rows that both have");
    assertThat(pairwise.json().path("mean").path("C"))
        .as("of its own rows")
        .isEqualTo(dropped.json().path("mean").path("C"));
    assertThat(ask("optimize", file, "--missing", "pairwise").json().path("status").asText())
        .isEqualTo("OPTIMAL");
  }

  @Test
  void rowsWithoutAnyReturnAreLeftOut() throws IOException {
    List<String> rows = rows(0, "", 1);
    String expected = ask("estimate", file("time,A,B,C", rows)).out;
    rows.add(0, "2023-12-31,,,");
    Answers answer = ask("estimate", file("Date,A,B,C", rows));
    assertThat(answer.out).isEqualTo(expected);
    assertThat(answer.err).contains("1 of 41 rows with no return of any strategy were left out");
  }

  @Test
  void timesAloneAreNoReturns() throws IOException {
    Answers answer = ask("optimize", file("time", List.of("2024-01-01", "2024-01-02")));
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("r.csv has times and no strategies");
  }

  @Test
  void pairwiseHasNoScenarios() throws IOException {
    String file = file("time,A,B,C", rows(10, "", 1));
    for (List<String> more : List.of(List.of("--objective", "cvar"), List.of("--resample", "20"))) {
      List<String> arguments = new ArrayList<>(List.of("--missing", "pairwise"));
      arguments.addAll(more);
      Answers answer = ask("optimize", file, arguments.toArray(String[]::new));
      assertThat(answer.exit).isEqualTo(1);
      assertThat(answer.err).contains("--missing pairwise", more.get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "-1.0000001", "-1.5"})
  void aReturnThatLosesEverythingIsRefused(String value) throws IOException {
    List<String> rows = rows(0, "", 1);
    rows.set(20, "2024-01-21,0.01," + value + ",0.01");
    for (String command : new String[] {"optimize", "estimate"}) {
      Answers answer = ask(command, file("time,A,B,C", rows));
      assertThat(answer.exit).isEqualTo(1);
      assertThat(answer.err).contains("the return of B at 2024-01-21T00:00:00Z must be above -1");
    }
  }

  @Test
  void saysWhatLooksLikePercents() throws IOException {
    Answers answer = ask("estimate", file("time,A,B,C", rows(0, "", 30)));
    assertThat(answer.exit).isZero();
    assertThat(answer.err).contains("r.csv: A, B, C look like percents").contains("0.01 is 1 %");
    Answers refused = ask("estimate", file("time,A,B,C", rows(0, "", 100)));
    assertThat(refused.exit).isEqualTo(1);
    assertThat(refused.err).contains("must be above -1").contains("looks like percents");
    assertThat(ask("estimate", file("time,A,B,C", rows(0, "", 1))).err).doesNotContain("look");
  }

  @Test
  void saysWhatLooksLikePrices() throws IOException {
    List<String> rows = rows(0, "", 1);
    rows.replaceAll(row -> row + "," + (101.5 + row.length() + row.hashCode() % 3));
    Answers answer = ask("estimate", file("time,A,B,C,D", rows));
    assertThat(answer.exit).isZero();
    assertThat(answer.err).contains("r.csv: D looks like prices");
  }

  @Test
  void withoutARegimeNothingIsCappedAndNoTurnoverIsCharged() throws IOException {
    List<String> rows = rows(0, "", 1);
    rows.replaceAll(row -> row + ",0.001");
    String file = file("time,A,B,C,CARRY", rows);
    Answers textbook = ask("optimize", file);
    assertThat(textbook.err).doesNotContain("cap");
    assertThat(textbook.json().path("weights").path("CARRY").asDouble()).isGreaterThan(0.6);
    assertThat(
            ask("optimize", file, "--set", "regimes.mixed.cap=0.5")
                .json()
                .path("weights")
                .path("CARRY")
                .asDouble())
        .isCloseTo(0.5, within(1e-12));
    double pulled =
        ask("optimize", file, "--set", "regimes.mixed.eta=50")
            .json()
            .path("weights")
            .path("CARRY")
            .asDouble();
    assertThat(pulled).as("towards a quarter").isBetween(0.25, 0.6);
    assertThat(ask("optimize", file, "--regime", "mixed").json().path("weights"))
        .isNotEqualTo(textbook.json().path("weights"));
  }

  @Test
  void figuresArePerDay() throws IOException {
    String file = file("time,A,B,C", rows(0, "", 1));
    assertThat(ask("optimize", file, "--format", "table").out)
        .containsPattern("expected return \\S+ per day, .* Sharpe \\S+ per day");
    assertThat(ask("optimize", file).json().path("figuresPer").asText()).isEqualTo("day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[0.5,0.3,0.2]|have a list",
        "\"A\"|have the value \"A\"",
        "{}|have none",
        "7|have the value 7",
        "{\"A\":0.5,\"B\":0.4}|add up to 1 within 1e-6; have 0.9; correct them, or give --normalise",
        "{\"A\":0.500002,\"B\":0.5}|add up to 1",
        "{\"A\":1.2,\"B\":-0.2}|0 or more",
        "{\"A\":\"1\"}|has \"1\" for A",
        "{\"A\":0.5,\"X\":0.5}|has 0.5 for X",
      })
  void refusesWhatIsNoWeightsOfTheseStrategies(String previous, String why) throws IOException {
    Path held = Files.writeString(directory.resolve("held.json"), previous);
    Answers answer =
        ask("optimize", file("time,A,B,C", rows(0, "", 1)), "--previous", held.toString());
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("held.json").contains(why);
  }

  @Test
  void bringsWeightsToOneWhereThatIsAskedFor() throws IOException {
    String file = file("time,A,B,C", rows(0, "", 1));
    Path held = directory.resolve("held.json");
    Files.writeString(held, "{\"A\":0.6,\"B\":0.6}");
    String scaled = ask("optimize", file, "--previous", held.toString(), "--normalise").out;
    Files.writeString(held, "{\"A\":0.5,\"B\":0.5}");
    assertThat(scaled).isEqualTo(ask("optimize", file, "--previous", held.toString()).out);
  }

  @Test
  void aProblemHoldsWeightsOfOneInAllToo() throws IOException {
    Path file = directory.resolve("p.json");
    Files.writeString(
        file,
        "{\"mu\":[1,0],\"sigma\":[[1,0],[0,1]],\"lambda\":1,\"eta\":1,"
            + "\"previous_weights\":[0.5,0.6]}");
    Answers answer = Answers.to("optimize", "--problem", file.toString());
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("p.json must have weights that add up to 1").contains("1.1");
    assertThat(Answers.to("optimize", "--problem", file.toString(), "--normalise").exit).isZero();
  }
}

package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of returns whose columns need words: all three commands read them as backtest does. */
class MappedReturnsTest {

  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  @TempDir private Path directory;

  /**
   * Three strategies over 500 days.
   *
   * @param day how a day is written
   * @param number how a return is written
   */
  private String file(
      String header,
      String separator,
      Function<LocalDate, String> day,
      Function<String, String> number)
      throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    List<String> lines = new ArrayList<>(List.of(header));
    for (int row = 0; row < 500; row++) {
      List<String> cells =
          new ArrayList<>(List.of(day.apply(LocalDate.of(2022, 1, 1).plusDays(row))));
      for (int i = 0; i < 3; i++) {
        cells.add(number.apply(String.format(Locale.ROOT, "%.8f", 0.01 * random.nextGaussian())));
      }
      lines.add(String.join(separator, cells));
    }
    return Files.write(directory.resolve("r.csv"), lines).toString();
  }

  private String plain() throws IOException {
    return file("time,A,B,HOLD", ",", LocalDate::toString, text -> text);
  }

  private static Answers ask(String command, String file, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--returns", file, "--format=json"));
    if (command.equals("power")) {
      arguments.addAll(List.of("--markets=20", "--years=2"));
    }
    arguments.addAll(List.of(more));
    return Answers.to(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"estimate", "optimize", "power"})
  void aTableOfAnotherCountryIsThePlainOne(String command) throws IOException {
    String expected = ask(command, plain()).out;
    String german = file("Datum;A;B;HOLD", ";", GERMAN::format, text -> text.replace('.', ','));
    Answers answer = ask(command, german, "--columns=time=Datum", "--time-format=dd.MM.yyyy");
    assertThat(answer.exit).as(answer.err).isZero();
    assertThat(answer.out).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"estimate", "optimize", "power"})
  void aUnitThatIsGivenCounts(String command) throws IOException {
    String expected = ask(command, plain()).out;
    String nanos =
        file(
            "ts,A,B,HOLD",
            ",",
            day -> day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() + "000000000",
            text -> text);
    Answers answer = ask(command, nanos, "--columns=time=ts", "--time-unit=ns");
    assertThat(answer.exit).as(answer.err).isZero();
    assertThat(answer.out).isEqualTo(expected);
    assertThat(ask(command, nanos, "--preset=pandas-returns", "--time-unit=ns").out)
        .isEqualTo(expected);
  }

  @Test
  void whatIsWrongNamesTheFileThatWasGivenAndItsLine() throws IOException {
    String file = file("Datum,A,B,HOLD", ",", GERMAN::format, text -> text);
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(file)));
    lines.set(7, lines.get(7).replaceAll(",[^,]*$", ",oops"));
    Files.write(Path.of(file), lines);
    Answers answer = ask("optimize", file, "--columns=time=Datum", "--time-format=dd.MM.yyyy");
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains(file + ", line 8:").doesNotContain("mirrorcore-plain");
  }

  @Test
  void optionsOfMarketDataAreRefusedByName() throws IOException {
    Answers answer = ask("estimate", plain(), "--symbol=A");
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("--symbol, --symbol-from and --bar-label are of market data");
  }

  @Test
  void aPresetOfPricesIsRefusedWithItsOption() throws IOException {
    Answers answer = ask("optimize", plain(), "--preset=yahoo");
    assertThat(answer.exit).isEqualTo(1);
    assertThat(answer.err).contains("--preset yahoo is of prices");
  }
}

package io.mirrorcore.jobs.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.ParserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentFileTest {

  @TempDir private Path directory;

  private List<KnownAdjustment> read(String text) throws IOException {
    Path file = directory.resolve("splits.csv");
    Files.writeString(file, text);
    return AdjustmentFile.read(file, ParserSettings.DEFAULT);
  }

  @Test
  void readsEveryUsualSpelling() throws IOException {
    LocalDate day = LocalDate.of(2020, 8, 31);
    assertThat(
            read(
                """
                symbol,date,ratio,dividend,note
                AAPL,2020-08-31,4,,a
                GE,20200831,1:8,0.04,b
                C,2020-08-31 00:00:00-04:00,1-for-10,,c
                D,2020-08-31T00:00:00Z,,0.5,d
                E,2020-08-31,1,0.5,e
                """))
        .extracting(KnownAdjustment::adjustment)
        .containsExactly(
            new Adjustment("AAPL", day, 4, 0),
            new Adjustment("GE", day, 0.125, 0.04),
            new Adjustment("C", day, 0.1, 0),
            new Adjustment("D", day, 1, 0.5),
            new Adjustment("E", day, 1, 0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          A,2020-08-31,0,              ~ line 2: ratio must be new shares for an old one in [1e-6, 1e6], as 4, 4:1 or 1:10; have "0"; correct the row
          A,2020-08-31,-4,             ~ have "-4"
          A,2020-08-31,four,           ~ ratio must be a number, or two as 4:1; have "four"
          A,2020-08-31,4:0,            ~ have "4:0"
          A,2020-08-31,NaN,            ~ have "NaN"
          A,31.08.2020,4,              ~ date must be a day like 2020-08-31, from 1970 to 2199; have "31.08.2020"
          A,2020-02-30,4,              ~ have "2020-02-30"
          A,2020-08-31T16:00:00Z,4,    ~ have "2020-08-31T16:00:00Z"
          A,+12020-08-31,4,            ~ have "+12020-08-31"
          A,,4,                        ~ date is missing
          ,2020-08-31,4,               ~ symbol is missing
          A,2020-08-31,,               ~ an adjustment must have a ratio other than 1 or a dividend above 0
          A,2020-08-31,1,0             ~ an adjustment must have a ratio
          A,2020-08-31,,-1             ~ dividend must be at least 0
          A,2020-08-31,4               ~ a row must have 4 cells; have 3
          """)
  void aWrongRowIsAnError(String row, String why) {
    assertThatThrownBy(() -> read("symbol,date,ratio,dividend\n" + row + "\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("splits.csv, line 2: ")
        .hasMessageContaining(why);
  }

  @Test
  void rowsOfSymbolsWithoutABarAreSaid() throws IOException {
    Path file = directory.resolve("adjust.csv");
    List<KnownAdjustment> known = read("symbol,date,ratio\nA,2020-08-31,4\nb,2020-08-31,2\n");
    assertThat(AdjustmentFile.withoutBars(file, known, Set.of("A", "b", "C"))).isEmpty();
    assertThat(AdjustmentFile.withoutBars(file, known, Set.of("A", "B")))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .endsWith("rows of b, of which there is no bar: they adjust nothing"));
    assertThatThrownBy(() -> AdjustmentFile.withoutBars(file, known, Set.of("C")))
        .hasMessageContaining("has A, b alone, and the prices have no bar of that");
  }

  @Test
  void twoOfOneKindOnOneDayAreAnError() {
    assertThatThrownBy(
            () -> read("symbol,date,ratio,dividend\nA,2020-08-31,4,\nA,2020-08-31,4,0.2\n"))
        .hasMessageContaining("line 3: A has a split on 2020-08-31 in line 2 already; delete one");
  }

  @Test
  void anotherFileIsAnErrorThatNamesTheColumns() {
    assertThatThrownBy(() -> read("symbol,time,close\nA,1,2\n"))
        .hasMessageContaining("job.adjust: ")
        .hasMessageContaining("lacks the column date")
        .hasMessageContaining("symbol, date, ratio and dividend");
    assertThatThrownBy(
            () -> AdjustmentFile.read(directory.resolve("none.csv"), ParserSettings.DEFAULT))
        .hasMessageContaining("none.csv, which cannot be read");
  }

  @Test
  void aSymbolOfDifferencesHasNone() throws IOException {
    Path file = directory.resolve("oil.csv");
    Files.writeString(file, "symbol,date,ratio,dividend\nCLK,2020-04-20,2,\n");
    ParserSettings oil = Settings.defaults().with("symbols.CL*.difference", "100").parser();
    assertThat(AdjustmentFile.read(file, ParserSettings.DEFAULT)).hasSize(1);
    assertThatThrownBy(() -> AdjustmentFile.read(file, oil))
        .hasMessageContaining("line 2: CLK has returns that are differences")
        .hasMessageEndingWith("delete the row");
  }
}

package io.mirrorcore.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.intake.VendorInput;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ColumnOptionsTest {

  private static final String PLAIN =
      "symbol,time,open,high,low,close,volume\nA,1704229200000,1,1,1,1,1\n";
  private static final String YAHOO =
      "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,1,2,1,2,2,10\n";

  @TempDir private Path directory;
  private Path plain;
  private Path yahoo;

  @BeforeEach
  void write() throws IOException {
    plain = Files.writeString(directory.resolve("plain.csv"), PLAIN);
    yahoo = Files.writeString(directory.resolve("AAPL.csv"), YAHOO);
  }

  @Command
  private static final class Given {
    @Mixin private ColumnOptions columns;
  }

  private static ColumnOptions given(String... arguments) {
    Given given = new Given();
    new CommandLine(given).parseArgs(arguments);
    return given.columns;
  }

  private ColumnMapping bars(String... arguments) throws IOException {
    VendorInput input = given(arguments).input(RecordKind.BAR, List.of(yahoo), true, null);
    return input.mapping();
  }

  @Test
  void aPlainFileNeedsNone() throws IOException {
    VendorInput input = given().input(RecordKind.BAR, List.of(plain), true, null);
    assertThat(input.mapping()).isNull();
  }

  @Test
  void theColumnsOfTheTopicBetweenSemicolonsAreReadAsTheyAre() throws IOException {
    Path semicolons =
        Files.writeString(
            directory.resolve("semicolons.csv"),
            "symbol;time;open;high;low;close;volume\nA;1700000000000;1,5;1,5;1,5;1,5;1\n");
    VendorInput input = given().input(RecordKind.BAR, List.of(semicolons), true, null);
    assertThat(input.mapping()).isEqualTo(Presets.usual(RecordKind.BAR));
  }

  @Test
  void theMappingOfTheTopicCountsWhereAFileIsNotPlain() throws IOException {
    ColumnMapping ofTopic = Presets.named("yahoo").orElseThrow().mapping();
    assertThat(given().input(RecordKind.BAR, List.of(yahoo), true, ofTopic).mapping())
        .isEqualTo(ofTopic);
    assertThat(given().input(RecordKind.BAR, List.of(plain), true, ofTopic).mapping()).isNull();
  }

  @Test
  void aPresetIsItsMapping() throws IOException {
    ColumnMapping expected = Presets.named("yahoo").orElseThrow().mapping();
    assertThat(bars("--preset", "yahoo")).isEqualTo(expected);
    assertThat(bars("--preset", " yahoo ")).isEqualTo(expected);
    assertThat(bars("--preset=binance-aggtrades,yahoo")).isEqualTo(expected);
  }

  @Test
  void stampsAreAsTheOptionsSay() throws IOException {
    ColumnMapping.Stamps stamps =
        bars("--time-unit=us", "--time-format=dd/MM/yyyy HH:mm", "--bar-label=open").stamps();
    assertThat(stamps.unit()).isEqualTo(EpochUnit.US);
    assertThat(stamps.format()).isEqualTo("dd/MM/yyyy HH:mm");
    assertThat(stamps.label()).isEqualTo(BarLabel.OPEN);
  }

  @Test
  void columnsOfOtherKindsAreLeftToThem() throws IOException {
    ColumnOptions options = given("--columns", "time=Date,ticks.price=p", "--symbol=X");
    ColumnMapping bars = options.input(RecordKind.BAR, List.of(yahoo), false, null).mapping();
    ColumnMapping ticks = options.input(RecordKind.TICK, List.of(yahoo), false, null).mapping();
    assertThat(bars)
        .isEqualTo(
            given("--columns=time=Date", "--symbol=X")
                .input(RecordKind.BAR, List.of(yahoo), true, null)
                .mapping());
    assertThat(ticks)
        .isEqualTo(
            given("--columns=price=p", "--symbol=X")
                .input(RecordKind.TICK, List.of(yahoo), true, null)
                .mapping());
  }

  @Test
  void aSymbolIsGivenOnce() throws IOException {
    assertThat(bars("--preset=yahoo", "--symbol=X"))
        .isNotEqualTo(bars("--preset=yahoo", "--symbol=Y"));
    assertThat(bars("--preset=yahoo", "--symbol-from=name")).isNotNull();
    assertThatThrownBy(() -> bars("--symbol=X", "--symbol-from=name"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("give --symbol or --symbol-from, not both");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --preset=yaho       | --preset must be one of
          --preset=binance-aggtrades | is of ticks, and the files are given as prices: give them with --ticks
          --preset=pandas-returns | is of strategy returns, and the files are given as prices: give them with --returns
          --time-unit=minutes | --time-unit must be one of
          --bar-label=middle  | --bar-label must be one of
          --time-format=qqqqqqqq | --time-format must be a pattern like dd/MM/yyyy HH:mm; have qqqqqqqq
          --symbol-from=path  | --symbol-from must be name; have path
          """)
  void aWrongValueIsOneSentence(String option, String sentence) {
    assertThatThrownBy(() -> bars(option))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"price=Close", "time", "=Date", "time="})
  void aColumnThatIsNoneIsRefused(String columns) {
    assertThatThrownBy(() -> bars("--columns", columns))
        .hasMessageContaining(columns.split("=", -1)[0]);
  }

  @Test
  void aFileThatNobodyDescribesIsRefusedWithThePresetThatFits() {
    assertThatThrownBy(() -> bars()).hasMessageContaining("--preset yahoo");
  }
}

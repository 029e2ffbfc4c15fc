package io.mirrorcore.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

  private static final String HEADER = "symbol,time,open,high,low,close,volume\n";

  @TempDir Path directory;

  private FileReport inspected(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    Path scratch = Files.createDirectories(directory.resolve("scratch"));
    return new Inspection(scratch, Settings.defaults()).of(file);
  }

  @Test
  void secondsAreToldFromMilliseconds() throws IOException {
    FileReport report =
        inspected("a.csv", HEADER + "A,1704229200,1,1,1,1,1\nA,1704315600,1,1,1,2,1\n");
    assertThat(report.findings()).anyMatch(finding -> finding.contains("times are in seconds"));
    assertThat(report.facts()).containsEntry("interval", "1d");
  }

  @Test
  void newestFirstIsTold() throws IOException {
    FileReport report =
        inspected("a.csv", HEADER + "A,1704315600000,1,1,1,1,1\nA,1704229200000,1,1,1,2,1\n");
    assertThat(report.findings()).anyMatch(finding -> finding.contains("newest first"));
  }

  @Test
  void aVendorsFileIsToldWithTheCommandThatReadsIt() throws IOException {
    FileReport report =
        inspected(
            "AAPL.csv",
            """
            Date,Open,High,Low,Close,Adj Close,Volume
            2024-01-02,1,2,1,2,2,10
            2024-01-03,2,3,2,3,3,10
            """);
    assertThat(report.what()).contains("Yahoo");
    assertThat(report.command()).contains("--preset yahoo");
    assertThat(report.facts()).containsEntry("symbols", "AAPL");
  }

  @Test
  void whatIsRefusedIsToldWithItsLine() throws IOException {
    FileReport report =
        inspected("a.csv", HEADER + "A,1704229200000,1,1,1,1,null\nA,1704315600000,1,1,1,2,1\n");
    assertThat(report.findings())
        .anyMatch(finding -> finding.contains("line 2") && finding.contains("volume"));
  }

  @Test
  void optionsInPlainFormAreNotTakenForTicks() throws IOException {
    FileReport report =
        inspected(
            "options.csv",
            """
            symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,iv,gamma
            UND,1758031260000,2025-10-28,25000,CALL,25190.0,543.69,544.69,,960,1483,,
            """);
    assertThat(report.what()).isEqualTo("options flow in plain form");
    assertThat(report.findings()).noneMatch(finding -> finding.contains("refused"));
    assertThat(report.command()).contains("--options");
  }

  @Test
  void weightsThatDoNotSumToOneAreTold() throws IOException {
    FileReport report = inspected("w.json", "{\"A\": 0.5, \"B\": 0.59}");
    assertThat(report.findings())
        .containsExactly(
            "previous weights sum to 1.09000, not 1: turnover from them means nothing");
  }

  @Test
  void returnsInPercentAreTold() throws IOException {
    FileReport report =
        inspected("r.csv", "Date,SPY\n2024-01-02,0.4\n2024-01-03,-0.45\n2024-01-04,0.3\n");
    assertThat(report.findings()).anyMatch(finding -> finding.contains("percents"));
  }

  @Test
  void optionsThatHadExpiredAreTold() throws IOException {
    FileReport report =
        inspected(
            "options.csv",
            """
            symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,iv,gamma
            SPX,1758031260000,2024-01-15,4000,CALL,4100,100,101,,10,,,
            SPX,1758031260000,2025-09-16,4000,CALL,4100,100,101,,10,,,
            SPX,1758031260000,2025-09-17,4000,CALL,4100,100,101,,10,,,
            """);
    assertThat(report.findings())
        .anyMatch(finding -> finding.startsWith("1 of 3 prints are of options that had expired"))
        .anyMatch(finding -> finding.startsWith("1 of 3 prints are prints of the day"));
  }

  @Test
  void ofJsonWithFieldsOfOtherNamesThoseThatAreLackingAreNamed() throws IOException {
    FileReport report =
        inspected(
            "p.json",
            "{\"symbol\": \"A\", \"ts\": 1795818840000, \"open\": 1, \"high\": 1, \"low\": 1, \"close\": 1, \"volume\": 1}\n");
    assertThat(report.findings())
        .containsExactly(
            "as prices: its records lack time; --columns says which fields these are, as in"
                + " --columns time=NAME");
  }

  @Test
  void aNumberThatJsonDoesNotHaveIsToldWithItsLine() throws IOException {
    FileReport report =
        inspected(
            "p.json",
            "{\"symbol\": \"A\", \"time\": 1795818840000, \"open\": NaN, \"high\": 1, \"low\": 1, \"close\": 1, \"volume\": 1}\n");
    assertThat(report.findings())
        .singleElement()
        .asString()
        .endsWith("p.json is no valid JSON on line 1: Non-standard token 'NaN'");
  }
}

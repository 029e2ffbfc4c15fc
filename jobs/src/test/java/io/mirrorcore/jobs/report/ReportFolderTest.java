package io.mirrorcore.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

  @TempDir private Path directory;

  private Path run(String name, String file, String yaml) throws IOException {
    Path run = Files.createDirectories(directory.resolve(name));
    Files.writeString(run.resolve("report.json"), SampleReport.of(60).toString());
    Files.writeString(run.resolve(file), yaml);
    return run;
  }

  private void refused(Path given, String sentence) {
    assertThatThrownBy(() -> ReportFolder.open(given))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsNoReportIsOneSentence() throws IOException {
    refused(directory.resolve("nowhere"), "there is no directory");
    refused(directory, "has no report.json: it is not what a finished backtest");
    refused(Files.writeString(directory.resolve("prices.csv"), "x"), "is a file; give the dir");
    Path report = directory.resolve("report.json");
    for (String text : List.of("", "{", "[]", "{\"version\": 2}", "not json")) {
      Files.writeString(report, text);
      refused(directory, "report.json is not a report that can be shown (");
    }
    Files.write(report, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused(directory, "is not a report that can be shown (");
  }

  @Test
  void theFilesOfAReportLeadToIt() throws IOException {
    Path run = run("a", "effective.yaml", "ensemble:\n  lambda: 100\n  groups: [A, B]\n");
    ReportFolder folder = ReportFolder.open(run.resolve("report.json"));
    assertThat(folder.directory()).isEqualTo(run.toAbsolutePath());
    assertThat(folder.settings())
        .containsEntry("ensemble.lambda", "100")
        .containsEntry("ensemble.groups", "A, B");
    assertThat(folder.knowsDefaults()).isTrue();
    assertThat(folder.page().html()).contains(folder.page().policy());
  }

  @Test
  void aRunOfAnOlderVersionKnowsWhatWasSet() throws IOException {
    ReportFolder folder = ReportFolder.open(run("old", "config.yaml", "ensemble.lambda: 7\n"));
    assertThat(folder.settings()).containsEntry("ensemble.lambda", "7");
    assertThat(folder.knowsDefaults()).isFalse();
    assertThat(ReportFolder.open(run("bare", "other.txt", "")).settings()).isEmpty();
    refused(run("torn", "effective.yaml", "a: [b"), "effective.yaml cannot be read");
  }

  @Test
  void aComparisonNamesRunsApartAndTellsWhatDiffers() throws IOException {
    ReportFolder one = ReportFolder.open(run("x/out", "effective.yaml", "a: 1\nb: 2\n"));
    ReportFolder two = ReportFolder.open(run("y/out", "effective.yaml", "a: 1\nb: 3\nc: 4\n"));
    assertThat(ComparisonPage.names(List.of(one, two))).containsExactly("x/out", "y/out");
    assertThat(ComparisonPage.names(List.of(one, one))).as("the same twice").hasSize(2);

    String html = ComparisonPage.of(List.of(one, two)).html();
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(html);
    assertThat(data.find()).isTrue();
    JsonNode read = new ObjectMapper().readTree(data.group(1));
    assertThat(read.at("/runs")).hasSize(2);
    assertThat(read.at("/runs/0/report/tracks")).hasSize(23);
    assertThat(read.get("differences").toString())
        .isEqualTo(
            "[{\"key\":\"b\",\"values\":[\"2\",\"3\"]},"
                + "{\"key\":\"c\",\"values\":[\"not set\",\"4\"]}]");
    assertThat(html).doesNotContain("{{");
  }
}

package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.operator.metric.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and dashboard, as Prometheus understands them. That they match a job is in FaultsIT. */
class MonitoringTest {

  private static final Path RUNBOOK = MonitoringFiles.ROOT.resolve("deploy/runbook.md");
  private static final Pattern ANCHOR = Pattern.compile("deploy/runbook\\.md#([a-z-]+)");
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
  private static final Pattern OURS = Pattern.compile("\\w+_mirrorcore_\\w+");

  @TempDir private Path directory;

  /** Passes over a test where there is no promtool, unless the environment insists on one. */
  private static void requirePromtool() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, "promtool")));
    String missing = "promtool is needed: apt-get install prometheus";
    if (!installed && Boolean.parseBoolean(System.getenv("MIRRORCORE_REQUIRE_PROMTOOL"))) {
      throw new AssertionError(missing);
    }
    assumeTrue(installed, missing);
  }

  private static void promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + " said: " + said).isZero();
  }

  @Test
  void rulesHoldWhatTheirTestsSay() throws Exception {
    requirePromtool();
    promtool("check", "rules", MonitoringFiles.RULES.toString());
    promtool("test", "rules", MonitoringFiles.PROMETHEUS.resolve("rules_test.yaml").toString());
    promtool("check", "config", MonitoringFiles.PROMETHEUS.resolve("prometheus.yaml").toString());
  }

  @Test
  void everyQueryOfTheDashboardIsOne() throws Exception {
    requirePromtool();
    List<String> queries = MonitoringFiles.queries();
    assertThat(queries).hasSizeGreaterThan(25);
    List<String> lines = new ArrayList<>(List.of("groups:", "- name: queries", "  rules:"));
    for (int i = 0; i < queries.size(); i++) {
      lines.add("  - record: query:" + i);
      lines.add("    expr: '" + queries.get(i).replace("'", "''") + "'");
    }
    Path rules = Files.write(directory.resolve("queries.yaml"), lines);
    promtool("check", "rules", rules.toString());
  }

  @Test
  void everyAlertIsTestedBothWays() throws IOException {
    String tests = Files.readString(MonitoringFiles.PROMETHEUS.resolve("rules_test.yaml"));
    List<String> alerts = found(ALERT, Files.readString(MonitoringFiles.RULES));
    assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    for (String alert : alerts) {
      assertThat(tests).containsPattern("alertname: " + alert + ", exp_alerts: \\[]");
      assertThat(tests).containsPattern("alertname: " + alert + "\\s+exp_alerts:\\s+- exp_labels");
    }
  }

  @Test
  void everyAlertLeadsToItsPlaceInTheRunbook() throws IOException {
    List<String> anchors = found(ANCHOR, Files.readString(MonitoringFiles.RULES));
    assertThat(anchors).hasSameSizeAs(found(ALERT, Files.readString(MonitoringFiles.RULES)));
    assertThat(headings()).containsAll(anchors);
  }

  /** The names under which the headings of the runbook are reached. */
  private static Set<String> headings() throws IOException {
    Set<String> headings = new TreeSet<>();
    for (String line : Files.readAllLines(RUNBOOK)) {
      if (line.startsWith("#")) {
        headings.add(
            line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
      }
    }
    return headings;
  }

  @Test
  void ofOurMetricsOnlyThoseOnTheListAreAskedFor() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Metric metric : Metric.values()) {
      known.add(metric.prometheus());
    }
    assertThat(MonitoringFiles.metrics().stream().filter(OURS.asMatchPredicate()))
        .hasSizeGreaterThan(10)
        .isSubsetOf(known);
  }

  @Test
  void theDashboardTakesWhateverPrometheusThereIs() throws IOException {
    List<JsonNode> sources = MonitoringFiles.dashboard().findValues("datasource");
    assertThat(sources)
        .hasSizeGreaterThan(20)
        .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    assertThat(rows())
        .containsExactly(
            "Decisions",
            "Proof",
            "Inputs",
            "Latency and checkpoints",
            "Back-pressure by operator",
            "Dead letters",
            "JVM");
  }

  private static List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    for (JsonNode panel : MonitoringFiles.dashboard().path("panels")) {
      if (panel.path("type").asText().equals("row")) {
        rows.add(panel.path("title").asText());
      }
    }
    return rows;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1)).toList();
  }
}

package io.mirrorcore.jobs.operator.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricTest {

  @Test
  void areNamedAsTheReporterServesThem() {
    assertThat(Metric.KKT_RESIDUAL.prometheus())
        .isEqualTo("flink_taskmanager_job_task_operator_mirrorcore_portfolio_kktResidual");
    assertThat(Metric.DECISIONS.prometheus())
        .isEqualTo("flink_taskmanager_job_task_operator_mirrorcore_portfolio_decision_decisions");
    assertThat(Metric.BARS.prometheus())
        .isEqualTo("flink_taskmanager_job_task_operator_mirrorcore_bars");
  }

  /** Two labels that clean up to one name would fail the whole scrape. */
  @Test
  void haveLabelsThatNeedNoCleaning() {
    assertThat(Arrays.stream(Metric.values()).flatMap(metric -> metric.labels().stream()))
        .isNotEmpty()
        .allMatch(label -> label.matches("[a-z_]+"));
  }

  @Test
  void existForAllThatASummaryCounts() {
    assertThat(Metric.counting(Tally.BARS)).isEqualTo(Metric.BARS);
    Topic.counted().forEach(topic -> assertThat(Metric.counting(Tally.of(topic))).isNotNull());
  }

  @Test
  void areAllInTheManualOfTheCluster() throws IOException {
    String manual = Files.readString(Path.of("../deploy/cluster/README.md"));
    String prefix = "flink_taskmanager_job_task_operator_mirrorcore_";
    for (Metric metric : Metric.values()) {
      assertThat(metric.prometheus()).startsWith(prefix);
      assertThat(manual)
          .contains(
              "| `%s` | %s | %s |"
                  .formatted(
                      metric.prometheus().substring(prefix.length()),
                      metric.labels().stream()
                          .map(label -> "`" + label + "`")
                          .collect(Collectors.joining(", ")),
                      metric.meaning().substring(0, 1).toLowerCase(Locale.ROOT)
                          + metric.meaning().replaceFirst("\\.$", "").substring(1)));
    }
  }
}

package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusReporterTest {

  @Test
  void takesOnePortOrARange() {
    for (String ports : new String[] {"9249", "9249-9260"}) {
      assertThat(PrometheusReporter.settings(ports))
          .containsEntry("metrics.reporters", "prom")
          .containsEntry("metrics.reporter.prom.port", ports);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "9260-9249", "70000", "1-2-3", "9249-", "9249-70000"})
  void refusesWhatIsNeither(String ports) {
    assertThatThrownBy(() -> PrometheusReporter.settings(ports))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9249-9260; have " + ports);
  }
}

package io.mirrorcore.jobs.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class RecordOriginTest {

  private static RecordOrigin origin(Map<String, ?> overrides) {
    return KafkaPlan.of(Settings.defaults().with(overrides)).origin();
  }

  @Test
  void tellsRulesApartAndNotTheWayAJobIsRun() {
    RecordOrigin usual = origin(Map.of());
    assertThat(usual.settings()).hasSize(16).matches("[0-9a-f]+");
    assertThat(usual.version()).isNotBlank();
    assertThat(origin(Map.of("ensemble.gate.trade-threshold", "0.02")).settings())
        .isNotEqualTo(usual.settings());
    assertThat(origin(Map.of("job.inputs", "prices")).settings()).isNotEqualTo(usual.settings());
    assertThat(origin(Map.of("topics.weights", "other", "job.parallelism", "3")).settings())
        .isEqualTo(usual.settings());
    RecordOrigin named = origin(Map.of("job.name", "second"));
    assertThat(named.job()).isEqualTo("second");
    assertThat(named.settings()).isEqualTo(usual.settings());
  }

  @Test
  void standsInHeadersAndNotInTheValue() {
    TargetPositions positions = new TargetPositions("main", 7, Map.of("A", 0.5), 0.5, 0.5, "alive");
    RecordOrigin origin = new RecordOrigin("job", "1.0", "0123456789abcdef");

    ProducerRecord<byte[], byte[]> record =
        new TopicRecord<>("positions", TargetPositions::portfolio, ValueFormat.JSON, origin)
            .serialize(positions, null, null);

    assertThat(record.value()).isEqualTo(Json.encode(positions));
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    assertThat(headers)
        .isEqualTo(
            Map.of(
                "mirrorcore-job", "job",
                "mirrorcore-version", "1.0",
                "mirrorcore-settings", "0123456789abcdef"));
    assertThat(
            new TopicRecord<>("positions", TargetPositions::portfolio, ValueFormat.JSON, null)
                .serialize(positions, null, null)
                .headers())
        .isEmpty();
  }
}

package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.Alert;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command that shows what is published as it comes. */
@ExtendWith(SharedBroker.class)
class WatchTest {

  @TempDir private Path directory;

  @Test
  void endsAfterSoManyRecordsAsItHasPrinted() throws Exception {
    Stage stage =
        new Stage(
            directory,
            1,
            "watched",
            List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
            List.of());
    String topic = stage.kafka().topic(Topic.ALERTS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedBroker.servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "main".getBytes(StandardCharsets.UTF_8);
      for (int i = 1; i <= 3; i++) {
        producer.send(new ProducerRecord<>(topic, key, null)).get(); // its key was deleted
        producer.send(new ProducerRecord<>(topic, key, new byte[] {0, 0, 0, 0, 1, 8})).get();
        producer.send(new ProducerRecord<>(topic, key, alert(i))).get();
      }
    }
    for (String format : List.of("text", "json")) {
      Cli watch = stage.succeed("watch", "--from-beginning", "--limit=2", "--format=" + format);
      assertThat(watch.out().lines().toList()).hasSize(2);
      assertThat(watch.err())
          .contains("watched-alerts-0@1 is passed over: no JSON", "format.TOPIC=avro")
          .doesNotContain("\tat ");
      assertThat(watch.out()).contains("number 1", "number 2").doesNotContain("number 3");
    }
  }

  private static byte[] alert(int number) {
    return Json.encode(
        new Alert(
            "main",
            Alert.Level.WARNING,
            "KEY",
            Alert.State.FIRING,
            "number " + number,
            1,
            0,
            1_723_161_256_298L + number));
  }
}

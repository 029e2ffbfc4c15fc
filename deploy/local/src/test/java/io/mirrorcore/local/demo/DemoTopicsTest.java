package io.mirrorcore.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTopicsTest {

  private static final int RECORD = 500_000;
  private static final long TOO_MUCH = 100L << 20;

  /** A year before the broker's time, as a simulated market may be. */
  private static final long LONG_AGO = 1_700_000_000_000L;

  @TempDir private Path directory;

  @Test
  void allOfThemTogetherFitIntoADayOfDemo() {
    long bytes =
        DemoTopics.topics().stream()
            .mapToLong(topic -> (long) DemoTopics.mostBytes(topic) * DemoTopics.PARTITIONS)
            .sum();

    assertThat(bytes).isLessThan(350L << 20);
  }

  @Test
  void aBrokerForgetsTheOldestOfMoreThanThat() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      Topics.create(client, DemoTopics.of(Settings.defaults()));

      fill(client, Topic.TICKS.word());

      await()
          .forever()
          .until(() -> size(directory.resolve("ticks-0")) <= DemoTopics.mostBytes(Topic.TICKS));
      assertThat(size(directory.resolve("ticks-0")))
          .as("what is new stays")
          .isGreaterThan(40L << 20);
    }
  }

  private static void fill(Map<String, Object> client, String topic) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long bytes = 0; bytes < TOO_MUCH; bytes += RECORD) {
        sent.add(
            producer.send(new ProducerRecord<>(topic, 0, LONG_AGO, new byte[1], new byte[RECORD])));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private static long size(Path partition) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(partition)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".log")).toList()) {
        size += sizeOf(file);
      }
    }
    return size;
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0; // deleted this moment
    }
  }
}

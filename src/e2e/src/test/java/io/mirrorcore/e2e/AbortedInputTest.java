package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.market.Bar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a transactional producer takes back has never been there, for a job that reads it. */
@ExtendWith(SharedBroker.class)
class AbortedInputTest {

  private static final long MINUTE = 60_000;

  @TempDir private Path directory;

  private static KafkaProducer<byte[], byte[]> transactional(Stage stage) {
    Map<String, Object> properties = new HashMap<>(TopicLayout.client(stage.settings()));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "feed-of-aborted");
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, Stage stage, String symbol, long minute)
      throws Exception {
    byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
    byte[] bar = WireJson.bar(new Bar(symbol, minute * MINUTE, 1, 1, 1, 1, 1));
    String topic = stage.kafka().topic(RecordKind.BAR);
    producer.send(new ProducerRecord<>(topic, 0, key, bar)).get();
  }

  @Test
  void isSkippedAndMovesNoClock() throws Exception {
    Stage stage =
        new Stage(
            directory,
            "aborted",
            "bars.interval: 1m",
            "signals.emit: all",
            "time.idle-timeout: 1s");
    try (KafkaProducer<byte[], byte[]> producer = transactional(stage)) {
      producer.beginTransaction();
      send(producer, stage, "GHOST", 1);
      send(producer, stage, "GHOST", 50); // would make what follows late
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      send(producer, stage, "REAL", 2);
      producer.commitTransaction();
    }
    try (LocalJob job = stage.start()) {
      await().forever().until(() -> job.isOver() || !stage.readAll(Topic.SIGNALS).isEmpty());
      assertThat(job.isOver()).isFalse();
    }
    assertThat(stage.readAll(Topic.SIGNALS))
        .isNotEmpty()
        .allMatch(signal -> signal.contains("\"symbol\":\"REAL\",\"time\":" + 2 * MINUTE + ","));
    assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();
  }
}

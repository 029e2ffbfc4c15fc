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
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A partition that is added under a running job. */
@ExtendWith(SharedBroker.class)
@ResourceLock(LogSearch.RESOURCE)
class AddedPartitionTest {

  private static final long MINUTE = 60_000;
  private static final int ADDED = 3; // behind 0, 1 and 2

  /** As Flink says it. Its own interval is five minutes: found all the same, and late. */
  private static final String DISCOVERY = "partition discovery interval of 500 ms";

  @TempDir private Path directory;

  private final byte[] key = "ONLY".getBytes(StandardCharsets.UTF_8);

  private void send(Stage stage, int partition, String symbol, long minute) throws Exception {
    byte[] bar = WireJson.bar(new Bar(symbol, minute * MINUTE, 1, 1, 1, 1, 1));
    try (var producer =
        new KafkaProducer<>(
            TopicLayout.client(stage.settings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(stage.kafka().topic(RecordKind.BAR), partition, key, bar))
          .get();
    }
  }

  private static void addPartition(Stage stage) throws Exception {
    try (Admin admin = Admin.create(TopicLayout.client(stage.settings()))) {
      String prices = stage.kafka().topic(RecordKind.BAR);
      admin.createPartitions(Map.of(prices, NewPartitions.increaseTo(ADDED + 1))).all().get();
    }
  }

  private static void awaitLine(Stage stage, LocalJob job, Topic topic, String text) {
    await()
        .forever()
        .until(() -> job.isOver() || stage.readAll(topic).stream().anyMatch(l -> l.contains(text)));
    assertThat(job.isOver()).isFalse();
  }

  @Test
  void isReadFromItsFirstRecordAndItsLateRecordsAreToldApart() throws Exception {
    Stage stage =
        new Stage(
            directory,
            "added",
            "bars.interval: 1m",
            "signals.emit: all",
            "time.idle-timeout: 1s",
            "job.partition-discovery: 500ms");
    try (LogSearch log = LogSearch.begin(List.of(DISCOVERY));
        LocalJob job = stage.start()) {
      send(stage, 0, "OLD", 10);
      awaitLine(stage, job, Topic.SIGNALS, "\"time\":" + 10 * MINUTE + ",");
      addPartition(stage);
      send(stage, ADDED, "NEW", 9); // the others are past it
      send(stage, ADDED, "NEW", 11);
      awaitLine(stage, job, Topic.SIGNALS, "\"symbol\":\"NEW\",\"time\":" + 11 * MINUTE + ",");
      assertThat(log.found()).containsKey(DISCOVERY);
    }
    List<String> letters = stage.readAll(Topic.DEAD_LETTER);
    assertThat(letters)
        .singleElement()
        .asString()
        .contains("\"reason\":\"LATE\"", "BAR of NEW with time " + 9 * MINUTE)
        .contains("nothing had come in time from partition 3 of added-prices before");
  }
}

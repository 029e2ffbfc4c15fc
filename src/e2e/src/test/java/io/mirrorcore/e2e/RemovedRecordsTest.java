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
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A topic whose retention was faster than the job that reads it. */
@ExtendWith(SharedBroker.class)
@ResourceLock(LogSearch.RESOURCE)
class RemovedRecordsTest {

  private static final long MINUTE = 60_000;
  private static final byte[] KEY = "ONLY".getBytes(StandardCharsets.UTF_8);
  private static final String ONCE = "by the topic's retention before this job read them";

  @TempDir private Path directory;

  @Test
  void areCountedAndToldInAnAlertAndOnceInTheLog() throws Exception {
    Stage stage = new Stage(directory, "removed", "bars.interval: 1m", "job.start: committed");
    try (LocalJob job = stage.start()) {
      send(stage, 1, 5);
      await().forever().until(() -> job.isOver() || committed(stage) == 5);
      assertThat(job.isOver()).isFalse();
    }
    send(stage, 6, 30);
    remove(stage, 25);
    long[] next = {31};
    try (LogSearch log = LogSearch.begin(List.of(ONCE));
        LocalJob job = stage.start()) {
      await()
          .forever()
          .until(
              () -> {
                send(stage, next[0], next[0]);
                next[0]++;
                return job.isOver() || alerts(stage).stream().anyMatch(l -> l.contains("RESOLVED"));
              });
      assertThat(job.isOver()).isFalse();
      assertThat(alerts(stage))
          .hasSize(2)
          .first()
          .asString()
          .contains("RECORDS_REMOVED:removed-prices-0", "\"value\":20.0", "FIRING")
          .contains("\"time\":" + 26 * MINUTE);
      assertThat(log.found()).hasSize(1);
    }
  }

  private static List<String> alerts(Stage stage) {
    return stage.readAll(Topic.ALERTS).stream().filter(l -> l.contains("RECORDS_REMOVED")).toList();
  }

  private static void send(Stage stage, long from, long to) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            TopicLayout.client(stage.settings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (long minute = from; minute <= to; minute++) {
        byte[] bar = WireJson.bar(new Bar("ONLY", minute * MINUTE, 1, 1, 1, 1, 1));
        producer.send(new ProducerRecord<>(prices(stage), 0, KEY, bar)).get();
      }
    }
  }

  private static String prices(Stage stage) {
    return stage.kafka().topic(RecordKind.BAR);
  }

  private static long committed(Stage stage) throws Exception {
    try (Admin admin = Admin.create(TopicLayout.client(stage.settings()))) {
      return Optional.ofNullable(
              admin
                  .listConsumerGroupOffsets(stage.kafka().identity().groupId())
                  .partitionsToOffsetAndMetadata()
                  .get()
                  .get(new TopicPartition(prices(stage), 0)))
          .map(offset -> offset.offset())
          .orElse(0L);
    }
  }

  private static void remove(Stage stage, long before) throws Exception {
    try (Admin admin = Admin.create(TopicLayout.client(stage.settings()))) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(prices(stage), 0), RecordsToDelete.beforeOffset(before)))
          .all()
          .get();
    }
  }
}

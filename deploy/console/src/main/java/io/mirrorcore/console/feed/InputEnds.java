package io.mirrorcore.console.feed;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The ends of the input topics, asked for once a second without waiting for the answer. What it
 * costs Kafka is two requests; no record is read.
 */
final class InputEnds {

  private static final long EVERY_MS = 1_000;

  private final Admin admin;
  private final InstantSource clock;
  private List<TopicPartition> asked = List.of();
  private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> latest;
  private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> newest;
  private long askedAt;
  private Map<String, InputEnd> ends = Map.of();

  /** What a look found out. */
  enum Look {
    /** Kafka does not answer. */
    LOST,
    /** It does, and this is new. */
    FOUND,
    /** Nothing is known yet. */
    WAITING
  }

  InputEnds(Admin admin, InstantSource clock) {
    this.admin = admin;
    this.clock = clock;
  }

  Map<String, InputEnd> ends() {
    return ends;
  }

  Look look(List<TopicPartition> partitions) {
    if (latest == null) {
      if (clock.millis() - askedAt >= EVERY_MS) {
        ask(partitions);
      }
      return Look.WAITING;
    }
    if (!latest.isDone() || !newest.isDone()) {
      return Look.WAITING;
    }
    Look found = take();
    latest = null;
    return found;
  }

  private void ask(List<TopicPartition> partitions) {
    askedAt = clock.millis();
    asked = List.copyOf(partitions);
    latest = admin.listOffsets(each(OffsetSpec.latest())).all();
    newest = admin.listOffsets(each(OffsetSpec.maxTimestamp())).all();
  }

  private Map<TopicPartition, OffsetSpec> each(OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
    asked.forEach(partition -> specs.put(partition, spec));
    return specs;
  }

  private Look take() {
    try {
      Map<TopicPartition, ListOffsetsResultInfo> last = latest.get();
      Map<TopicPartition, ListOffsetsResultInfo> stamps = newest.get();
      Map<String, InputEnd> found = new TreeMap<>();
      for (TopicPartition partition : asked) {
        InputEnd end =
            new InputEnd(last.get(partition).offset(), stamps.get(partition).timestamp());
        found.merge(partition.topic(), end, InputEnds::join);
      }
      ends = found;
      return Look.FOUND;
    } catch (ExecutionException e) {
      return Look.LOST;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Look.LOST;
    }
  }

  private static InputEnd join(InputEnd a, InputEnd b) {
    return new InputEnd(a.records() + b.records(), Math.max(a.newest(), b.newest()));
  }
}

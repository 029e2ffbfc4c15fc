package io.mirrorcore.jobs.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The newest committed records of topics, looked at before a job starts. Leaves no trace in any
 * consumer group. Offsets alone do not tell: transactions that were taken back have some, too.
 */
final class CommittedTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Records of each partition that are read at first; ten times as many each time after. */
  private static final long FIRST_LOOK = 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;

  private CommittedTail(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  static CommittedTail open(Settings settings) {
    Deserializer<byte[]> values = TopicNames.values(settings, Topic.WEIGHTS);
    Map<String, Object> properties = new HashMap<>(TopicLayout.client(settings));
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return new CommittedTail(new KafkaConsumer<>(properties, new ByteArrayDeserializer(), values));
  }

  boolean hasRecord(String topic) {
    boolean[] found = {false};
    read(
        topic,
        Long.MAX_VALUE,
        record -> {
          found[0] = true;
          return false;
        });
    return found[0];
  }

  /**
   * The newest value of the field {@code time}, by key.
   *
   * @param wanted keys; the topic is read back only until each of them has been found
   */
  SortedMap<String, Long> newestTimes(String topic, Collection<String> wanted) {
    TreeMap<String, Long> newest = new TreeMap<>();
    long last = FIRST_LOOK;
    while (true) {
      boolean all = read(topic, last, record -> note(record, newest));
      if (all || newest.keySet().containsAll(wanted)) {
        return newest;
      }
      last *= 10;
    }
  }

  private static boolean note(ConsumerRecord<byte[], byte[]> record, Map<String, Long> newest) {
    JsonNode time = record.value() == null ? null : time(record.value());
    if (record.key() != null && time != null && time.isIntegralNumber()) {
      newest.merge(new String(record.key(), StandardCharsets.UTF_8), time.longValue(), Math::max);
    }
    return true;
  }

  private static JsonNode time(byte[] value) {
    try {
      return JSON.readTree(value).get("time");
    } catch (IOException e) {
      return null; // not one of ours
    }
  }

  /**
   * Reads the last records of each partition, until one is not asked to be followed by another.
   *
   * @return whether that was all of the topic
   */
  private boolean read(String topic, long last, Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      boolean all = true;
      for (TopicPartition partition : partitions) {
        long from = Math.max(begins.get(partition), ends.get(partition) - last);
        all &= from == begins.get(partition);
        consumer.seek(partition, from);
      }
      while (!isRead(ends)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (!goesOn.test(record)) {
            return all;
          }
        }
      }
      return all;
    } catch (KafkaException e) {
      throw new BrokerException(
          "Kafka did not let topic %s be read (%s): a job that starts looks there for what is published"
              .formatted(topic, BrokerException.innermost(e)),
          e);
    }
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}

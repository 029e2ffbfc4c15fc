package io.mirrorcore.local.deliver;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Records of the topic {@code alerts} one by one, each until it is said to be done. What is done is
 * committed to a consumer group, so that a process that comes after another, however that ended,
 * begins with the first that is not.
 *
 * <p>Where the group begins is committed at once: an alert that comes before the first is done must
 * not be taken for one that was there before. Partitions that are added later begin with their
 * first record.
 */
public final class AlertQueue implements AutoCloseable {

  private static final int SESSION_MILLIS = 10_000;
  private static final int HEARTBEAT_MILLIS = 2_000;
  private static final int REFRESH_MILLIS = 30_000;

  private final String topic;
  private final boolean fromBeginning;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param group consumer group
   * @param fromBeginning whether a group that is new begins with what is there already
   * @param longest that one record may take
   */
  public AlertQueue(KafkaPlan kafka, String group, boolean fromBeginning, Duration longest) {
    topic = kafka.topic(Topic.ALERTS);
    this.fromBeginning = fromBeginning;
    Properties properties = new Properties();
    properties.putAll(kafka.client());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    properties.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
        Integer.toString((int) Math.min(Integer.MAX_VALUE, longest.plusMinutes(1).toMillis())));
    properties.putIfAbsent(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Integer.toString(SESSION_MILLIS));
    properties.putIfAbsent(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Integer.toString(HEARTBEAT_MILLIS));
    properties.putIfAbsent(
        ConsumerConfig.METADATA_MAX_AGE_CONFIG, Integer.toString(REFRESH_MILLIS));
    consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), kafka.values());
    consumer.subscribe(List.of(topic), new Beginning());
  }

  /** The next record, where one comes within {@code wait}. */
  public Optional<ConsumerRecord<byte[], byte[]>> next(Duration wait) {
    Iterator<ConsumerRecord<byte[], byte[]>> records = consumer.poll(wait).iterator();
    return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
  }

  /** Never to be handed out again. */
  public void done(ConsumerRecord<byte[], byte[]> record) {
    consumer.commitSync(
        Map.of(
            new TopicPartition(record.topic(), record.partition()),
            new OffsetAndMetadata(record.offset() + 1)));
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Where partitions begin that nobody of the group has read yet. */
  private final class Beginning implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      // what is done is committed already
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Set<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .collect(Collectors.toCollection(HashSet::new));
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all);
      boolean isNew = committed.values().stream().allMatch(offset -> offset == null);
      Set<TopicPartition> unread =
          all.stream()
              .filter(partition -> isNew || partitions.contains(partition))
              .filter(partition -> committed.get(partition) == null)
              .collect(Collectors.toSet());
      Map<TopicPartition, Long> begins =
          isNew && !fromBeginning ? consumer.endOffsets(unread) : consumer.beginningOffsets(unread);
      Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
      begins.forEach((partition, offset) -> commits.put(partition, new OffsetAndMetadata(offset)));
      if (!commits.isEmpty()) {
        consumer.commitSync(commits);
      }
      begins.forEach(
          (partition, offset) -> {
            if (partitions.contains(partition)) {
              consumer.seek(partition, offset);
            }
          });
    }
  }
}

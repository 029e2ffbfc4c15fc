package io.mirrorcore.local.feed;

import io.mirrorcore.jobs.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads output topics as a consumer should: {@code isolation.level=read_committed}, without which
 * it would see records of transactions that are later taken back. Assigns all partitions itself and
 * leaves no trace in any consumer group.
 */
public final class OutputTail implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * @param topics names; each must exist
   * @param fromBeginning whether to read what is there already
   */
  public OutputTail(Settings settings, Collection<String> topics, boolean fromBeginning) {
    Properties properties = new Properties();
    properties.putAll(settings.kafkaProperties());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }
  }

  /** The records that arrive within {@code wait}; those of one key in order. */
  public List<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(wait).forEach(records::add);
    return records;
  }

  /** Whether all that was committed when this is asked has been read. */
  public boolean isAtEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}

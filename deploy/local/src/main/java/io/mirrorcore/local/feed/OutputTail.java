package io.mirrorcore.local.feed;

import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
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
  private final Map<TopicPartition, Long> starts;
  private final Map<TopicPartition, Long> ends; // when this tail began

  /**
   * @param topics names; each must exist
   * @param fromBeginning whether to read what is there already
   */
  public OutputTail(KafkaPlan kafka, Collection<String> topics, boolean fromBeginning) {
    this(kafka, topics, fromBeginning ? Long.MAX_VALUE : 0);
  }

  /**
   * @param topics names; each must exist
   * @param last how many of the records that are there already to read, of each partition
   */
  public OutputTail(KafkaPlan kafka, Collection<String> topics, long last) {
    Properties properties = new Properties();
    properties.putAll(kafka.client());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), kafka.values());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    starts = new HashMap<>(consumer.beginningOffsets(partitions));
    ends = consumer.endOffsets(partitions);
    starts.replaceAll((partition, start) -> Math.max(start, ends.get(partition) - last));
    starts.forEach(consumer::seek);
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

  /** Whether all that was committed when this tail began has been read. */
  public boolean hasReadWhatWasThere() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Share of what was there when this tail began that has been read, in [0, 1]. */
  public double share() {
    long all = 0;
    long read = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      long start = starts.get(end.getKey());
      all += end.getValue() - start;
      read += Math.min(consumer.position(end.getKey()), end.getValue()) - start;
    }
    return all == 0 ? 1 : (double) read / all;
  }

  /** Number of partitions by topic. */
  public Map<String, Integer> partitions() {
    Map<String, Integer> counts = new TreeMap<>();
    ends.keySet().forEach(partition -> counts.merge(partition.topic(), 1, Integer::sum));
    return counts;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

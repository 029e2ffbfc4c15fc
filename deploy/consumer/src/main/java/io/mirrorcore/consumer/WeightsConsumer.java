package io.mirrorcore.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads {@code weights} as a consumer must: only what is committed, from the beginning of the
 * compacted topic, so that the newest record of a portfolio is found however old it is. Joins no
 * group and commits nothing: a restart begins anew and ends with the same.
 *
 * <p>Not for several threads. Memory is one record a portfolio.
 */
public final class WeightsConsumer implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> kafka;
  private final List<TopicPartition> partitions;
  private final SortedMap<String, ConsumerRecord<byte[], byte[]>> newest = new TreeMap<>();

  private WeightsConsumer(KafkaConsumer<byte[], byte[]> kafka, List<TopicPartition> partitions) {
    this.kafka = kafka;
    this.partitions = partitions;
  }

  /** The topic as it is called unless configured otherwise. */
  public static WeightsConsumer open(Map<String, ?> client) {
    return open(client, "weights");
  }

  /**
   * A consumer of a topic by its name.
   *
   * @param client Kafka's client properties: {@code bootstrap.servers}, and what security needs
   * @param topic name of the topic; must exist
   * @throws IllegalArgumentException where it does not
   * @throws org.apache.kafka.common.KafkaException where Kafka does not let it be read
   */
  public static WeightsConsumer open(Map<String, ?> client, String topic) {
    return open(client, topic, new ByteArrayDeserializer());
  }

  /**
   * A consumer of a topic whose values are in another format than JSON.
   *
   * @param client Kafka's client properties
   * @param topic name of the topic; must exist
   * @param values makes JSON of a value
   * @throws IllegalArgumentException where the topic does not exist
   * @throws org.apache.kafka.common.KafkaException where Kafka does not let it be read
   */
  public static WeightsConsumer open(
      Map<String, ?> client, String topic, Deserializer<byte[]> values) {
    KafkaConsumer<byte[], byte[]> kafka =
        new KafkaConsumer<>(properties(client), new ByteArrayDeserializer(), values);
    try {
      List<TopicPartition> partitions =
          kafka.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new IllegalArgumentException("topic " + topic + " must exist; Kafka has none");
      }
      kafka.assign(partitions);
      kafka.seekToBeginning(partitions);
      return new WeightsConsumer(kafka, partitions);
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  private static Map<String, Object> properties(Map<String, ?> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return properties;
  }

  /**
   * The newest weights of a portfolio, of all that is committed by now.
   *
   * @return empty where there are none, or their key was deleted
   * @throws UnreadableRecordException where the newest record is no record of weights
   */
  public Optional<PublishedWeights> latest(String portfolio) {
    catchUp(record -> {});
    return Optional.ofNullable(newest.get(portfolio)).map(WeightsConsumer::read);
  }

  /** The newest weights of every portfolio, by name. */
  public SortedMap<String, PublishedWeights> latest() {
    catchUp(record -> {});
    TreeMap<String, PublishedWeights> all = new TreeMap<>();
    newest.forEach((portfolio, record) -> all.put(portfolio, read(record)));
    return all;
  }

  /**
   * What is still there of the past, of all portfolios; those of one portfolio in order.
   *
   * @param from event time, epoch milliseconds; records of that time are included
   */
  public List<PublishedWeights> history(long from) {
    List<PublishedWeights> history = new ArrayList<>();
    everyRecord(
        record -> {
          if (record.value() != null) {
            PublishedWeights weights = read(record);
            if (weights.weights().time() >= from) {
              history.add(weights);
            }
          }
        });
    return history;
  }

  /**
   * Checks every record that is there, in the order of partitions and offsets.
   *
   * @param each is told of a record and what came of its check; deleted keys are passed over
   */
  public void verify(Checked each) {
    everyRecord(
        record -> {
          if (record.value() != null) {
            each.checked(
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                WeightsVerification.of(record.value()));
          }
        });
  }

  /** Told of records that were checked. */
  @FunctionalInterface
  public interface Checked {

    /**
     * One record was checked.
     *
     * @param place where the record is: topic-partition@offset
     * @param verification what came of it
     */
    void checked(String place, WeightsVerification verification);
  }

  /** What is newly committed, as it comes; empty where nothing is within {@code wait}. */
  public List<PublishedWeights> poll(Duration wait) {
    List<PublishedWeights> fresh = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : kafka.poll(wait)) {
      note(record);
      if (record.value() != null) {
        fresh.add(read(record));
      }
    }
    return fresh;
  }

  private void everyRecord(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    newest.clear();
    kafka.seekToBeginning(partitions);
    catchUp(each);
  }

  /** Reads up to what is committed now; the offsets of open transactions are not waited for. */
  private void catchUp(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : kafka.poll(POLL)) {
        note(record);
        each.accept(record);
      }
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String portfolio = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      newest.remove(portfolio);
    } else {
      newest.put(portfolio, record);
    }
  }

  private static PublishedWeights read(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new PublishedWeights(
        record.topic(),
        record.partition(),
        record.offset(),
        WeightsJson.weights(WeightsJson.parts(record.value())),
        headers);
  }

  @Override
  public void close() {
    kafka.close();
  }
}

package io.mirrorcore.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A compacted topic of weights, written in transactions as a job does. */
final class PublishedTopic implements AutoCloseable {

  /** A stamp of Kafka's records that is older than any retention. */
  static final Long LONG_AGO = 1_577_836_800_000L;

  private final String name;
  private final Long stamp;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param stamp that Kafka's records get; null: the time at which they are sent
   */
  PublishedTopic(String name, Long stamp) throws Exception {
    this.name = name;
    this.stamp = stamp;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SharedBroker.servers()))) {
      NewTopic topic = new NewTopic(name, 3, (short) 1);
      topic.configs(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "604800000"));
      admin.createTopics(List.of(topic)).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedBroker.servers(), "transactional.id", name),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  String name() {
    return name;
  }

  /** One transaction of records, each a portfolio and its value. */
  void commit(List<Map.Entry<String, String>> records) throws Exception {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = send(records);
    producer.commitTransaction();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  /** A transaction that is taken back. */
  void abort(List<Map.Entry<String, String>> records) throws Exception {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = send(records);
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    producer.abortTransaction();
  }

  /** Deletes a key. */
  void delete(String portfolio) throws Exception {
    producer.beginTransaction();
    Future<RecordMetadata> sent = send(portfolio, null);
    producer.commitTransaction();
    sent.get();
  }

  private List<Future<RecordMetadata>> send(List<Map.Entry<String, String>> records) {
    return records.stream()
        .map(record -> send(record.getKey(), record.getValue().getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private Future<RecordMetadata> send(String portfolio, byte[] value) {
    byte[] key = portfolio.getBytes(StandardCharsets.UTF_8);
    return producer.send(new ProducerRecord<>(name, null, stamp, key, value));
  }

  @Override
  public void close() {
    producer.close();
  }
}

package io.mirrorcore.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
  void commit(List<Map.Entry<String, String>> records) {
    producer.beginTransaction();
    send(records);
    producer.commitTransaction();
  }

  /** A transaction that is taken back. */
  void abort(List<Map.Entry<String, String>> records) {
    producer.beginTransaction();
    send(records);
    producer.flush();
    producer.abortTransaction();
  }

  /** Deletes a key. */
  void delete(String portfolio) {
    producer.beginTransaction();
    byte[] nothing = null;
    byte[] key = portfolio.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(name, null, stamp, key, nothing));
    producer.commitTransaction();
  }

  private void send(List<Map.Entry<String, String>> records) {
    for (Map.Entry<String, String> record : records) {
      byte[] key = record.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] value = record.getValue().getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(name, null, stamp, key, value));
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

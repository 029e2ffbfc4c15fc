package io.mirrorcore.jobs.topology.kafka;

import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * How every topic is read: which offsets, which group, committed records only. A partition that is
 * found while a job runs is read from its first record; a bounded source looks for none.
 */
final class KafkaSources {

  private KafkaSources() {}

  static <T> KafkaSource<T> of(
      KafkaPlan kafka, String topic, String uid, KafkaRecordDeserializationSchema<T> deserializer) {
    KafkaSourceBuilder<T> source =
        KafkaSource.<T>builder()
            .setTopics(topic)
            .setProperties(kafka.client())
            .setProperty("client.id.prefix", kafka.identity().groupId() + "-" + uid)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setGroupId(kafka.identity().groupId())
            .setStartingOffsets(start(kafka))
            .setDeserializer(deserializer);
    if (kafka.replay()) {
      source.setBounded(OffsetsInitializer.latest());
    } else {
      source.setProperty(
          KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
          Long.toString(kafka.discovery().toMillis()));
    }
    return source.build();
  }

  @SuppressWarnings("deprecation") // Kafka's enum is deprecated, and Flink asks for no other
  private static OffsetsInitializer start(KafkaPlan kafka) {
    if (kafka.replay()) {
      return OffsetsInitializer.earliest();
    }
    return switch (kafka.start()) {
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> new LatestOffsets();
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    };
  }
}

package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** How every topic is read: which offsets, which group, committed records only. */
final class KafkaSources {

  private KafkaSources() {}

  static <T> KafkaSource<T> of(
      Settings settings,
      String topic,
      String uid,
      KafkaRecordDeserializationSchema<T> deserializer) {
    KafkaSourceBuilder<T> source =
        KafkaSource.<T>builder()
            .setTopics(topic)
            .setProperties(settings.kafkaProperties())
            .setProperty("client.id.prefix", settings.get(PipelineKeys.JOB_GROUP_ID) + "-" + uid)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setGroupId(settings.get(PipelineKeys.JOB_GROUP_ID))
            .setStartingOffsets(start(settings))
            .setDeserializer(deserializer);
    if (isReplay(settings)) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return source.build();
  }

  static boolean isReplay(Settings settings) {
    return settings.get(PipelineKeys.JOB_MODE) == Choices.Mode.REPLAY;
  }

  @SuppressWarnings("deprecation") // Kafka's enum is deprecated, and Flink asks for no other
  private static OffsetsInitializer start(Settings settings) {
    if (isReplay(settings)) {
      return OffsetsInitializer.earliest();
    }
    return switch (settings.get(PipelineKeys.JOB_START)) {
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    };
  }
}

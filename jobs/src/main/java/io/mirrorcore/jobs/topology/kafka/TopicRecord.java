package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Key and value of a record; no timestamp of ours, so that retention counts from the broker's day.
 */
final class TopicRecord<T> implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1;

  private final String topic;
  private final RecordKey<T> key;
  private final ValueFormat format;
  private final RecordOrigin origin;
  private transient ValueWriter values;

  /**
   * @param topic its name
   * @param key of a record
   * @param format of the values
   * @param origin for the headers; null for records without
   */
  TopicRecord(String topic, RecordKey<T> key, ValueFormat format, RecordOrigin origin) {
    this.topic = topic;
    this.key = key;
    this.format = format;
    this.origin = origin;
  }

  /** A schema that cannot be registered stops the job before it has read anything. */
  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    values().prepare();
  }

  private ValueWriter values() {
    if (values == null) {
      values = new ValueWriter(format);
    }
    return values;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, key.apply(element).getBytes(StandardCharsets.UTF_8), values().of(element));
    if (origin != null) {
      origin.into(record.headers());
    }
    return record;
  }

  /** Tells the sink which topic it writes to: a pool of transactions is kept by topic. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
  }
}

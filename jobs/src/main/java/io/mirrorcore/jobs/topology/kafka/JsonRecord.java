package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Key and JSON value; no timestamp of ours, so that retention counts from the broker's day.
 *
 * @param topic its name
 * @param key of a record
 * @param origin for the headers; null for records without
 */
record JsonRecord<T>(String topic, RecordKey<T> key, RecordOrigin origin)
    implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, key.apply(element).getBytes(StandardCharsets.UTF_8), Json.encode(element));
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

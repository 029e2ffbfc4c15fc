package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The values of topics as JSON, whatever their format, for Kafka clients that are no job. What is
 * no Avro of its schema stays as it is: no JSON either, which every reader has words for.
 */
public final class JsonValues implements Deserializer<byte[]> {

  private final Map<String, ValueFormat> formats;
  private final Map<String, AvroReader> readers = new HashMap<>();

  /**
   * @param formats by the name of a topic; those that are not named are JSON
   */
  public JsonValues(Map<String, ValueFormat> formats) {
    this.formats = Map.copyOf(formats);
  }

  @Override
  public byte[] deserialize(String topic, byte[] value) {
    return json(topic, value, null);
  }

  @Override
  public byte[] deserialize(String topic, Headers headers, byte[] value) {
    Header schema = headers.lastHeader(Framing.HEADER);
    return json(topic, value, schema == null ? null : schema.value());
  }

  private byte[] json(String topic, byte[] value, byte[] schema) {
    ValueFormat format = formats.getOrDefault(topic, ValueFormat.JSON);
    if (value == null || !format.isAvro()) {
      return value;
    }
    try {
      return readers.computeIfAbsent(topic, name -> new AvroReader(format)).json(value, schema);
    } catch (Rejection e) {
      return value;
    }
  }
}

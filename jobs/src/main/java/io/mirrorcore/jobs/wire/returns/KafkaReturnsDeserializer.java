package io.mirrorcore.jobs.wire.returns;

import io.mirrorcore.jobs.wire.avro.AvroReader;
import io.mirrorcore.jobs.wire.avro.Framing;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.InputTimes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads records of the topic of strategy returns; the key is not looked at. Throws nothing, but
 * where a schema registry does not answer.
 */
public final class KafkaReturnsDeserializer
    implements KafkaRecordDeserializationSchema<ReturnsEvent> {

  private static final long serialVersionUID = 1;

  private final int maxBytes;
  private final InputTimes times;
  private final ValueFormat format;
  private transient AvroReader avro;

  /**
   * @param maxBytes of one record; a larger one is refused
   * @param times what their times are written in
   * @param format of the values
   */
  public KafkaReturnsDeserializer(int maxBytes, InputTimes times, ValueFormat format) {
    this.maxBytes = maxBytes;
    this.times = times;
    this.format = format;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ReturnsEvent> out) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    ReturnsParser parser = new ReturnsParser(maxBytes, times.ofReturns());
    out.collect(
        format.isAvro() && record.value() != null && record.value().length <= maxBytes
            ? ofAvro(parser, source, record)
            : parser.parse(source, record.value()));
  }

  private ReturnsEvent ofAvro(
      ReturnsParser parser, SourceRef source, ConsumerRecord<byte[], byte[]> record) {
    if (avro == null) {
      avro = new AvroReader(format);
    }
    Header schema = record.headers().lastHeader(Framing.HEADER);
    try {
      byte[] json = avro.json(record.value(), schema == null ? null : schema.value());
      return parser.parse(source, json, record.value());
    } catch (Rejection e) {
      return ReturnsEvent.rejected(source, record.value(), e.reason(), e.getMessage());
    }
  }

  @Override
  public TypeInformation<ReturnsEvent> getProducedType() {
    return TypeInformation.of(ReturnsEvent.class);
  }
}

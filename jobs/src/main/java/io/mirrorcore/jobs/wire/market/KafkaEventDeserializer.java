package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.avro.Framing;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads the records of one input topic; the key is not looked at. Throws nothing, but where a
 * schema registry does not answer.
 */
public final class KafkaEventDeserializer implements KafkaRecordDeserializationSchema<MarketEvent> {

  private static final long serialVersionUID = 1;

  private final RecordKind kind;
  private final ParserSettings settings;
  private transient RecordParser parser;

  public KafkaEventDeserializer(RecordKind kind, ParserSettings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<MarketEvent> out) {
    if (parser == null) {
      parser = new RecordParser(settings);
    }
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    long timestamp = record.timestamp() < 0 ? RecordParser.NO_TIMESTAMP : record.timestamp();
    Header schema = record.headers().lastHeader(Framing.HEADER);
    parser.parse(
        kind,
        source,
        record.value(),
        schema == null ? null : schema.value(),
        timestamp,
        out::collect);
  }

  @Override
  public TypeInformation<MarketEvent> getProducedType() {
    return MarketEventTypeInfoFactory.TYPE;
  }
}

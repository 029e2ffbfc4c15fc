package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of one input topic. Never throws; the key is not looked at. */
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
    parser.parse(kind, source, record.value(), timestamp, out::collect);
  }

  @Override
  public TypeInformation<MarketEvent> getProducedType() {
    return MarketEventTypeInfoFactory.TYPE;
  }
}

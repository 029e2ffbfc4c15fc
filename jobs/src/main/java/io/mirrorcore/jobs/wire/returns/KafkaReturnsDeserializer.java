package io.mirrorcore.jobs.wire.returns;

import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.InputTimes;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of the topic of strategy returns. Never throws; the key is not looked at. */
public final class KafkaReturnsDeserializer
    implements KafkaRecordDeserializationSchema<ReturnsEvent> {

  private static final long serialVersionUID = 1;

  private final int maxBytes;
  private final InputTimes times;

  public KafkaReturnsDeserializer(int maxBytes, InputTimes times) {
    this.maxBytes = maxBytes;
    this.times = times;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ReturnsEvent> out) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    out.collect(new ReturnsParser(maxBytes, times.ofReturns()).parse(source, record.value()));
  }

  @Override
  public TypeInformation<ReturnsEvent> getProducedType() {
    return TypeInformation.of(ReturnsEvent.class);
  }
}

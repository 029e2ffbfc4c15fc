package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.avro.AvroReader;
import io.mirrorcore.jobs.wire.avro.Framing;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the topics of positions and of the kill switch; keys are not looked at. */
public final class PaperRecords implements KafkaRecordDeserializationSchema<PaperReading> {

  private static final long serialVersionUID = 1;

  private final Topic topic;
  private final List<String> portfolios;
  private final ValueFormat format;
  private transient AvroReader avro;

  /**
   * @param topic {@link Topic#POSITIONS} or {@link Topic#PAPER_CONTROL}
   * @param portfolios that there are
   * @param format of the values
   */
  public PaperRecords(Topic topic, List<String> portfolios, ValueFormat format) {
    this.topic = topic;
    this.portfolios = List.copyOf(portfolios);
    this.format = format;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PaperReading> out) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    try {
      out.collect(read(source, json(record)).of(record.value()));
    } catch (Rejection e) {
      out.collect(PaperParser.refused(source, record.value(), e.reason(), e.getMessage()));
    }
  }

  private PaperReading read(SourceRef source, byte[] json) {
    return topic == Topic.POSITIONS
        ? PaperParser.positions(source, json)
        : PaperParser.control(source, json, portfolios);
  }

  private byte[] json(ConsumerRecord<byte[], byte[]> record) throws Rejection {
    if (!format.isAvro() || record.value() == null) {
      return record.value();
    }
    if (avro == null) {
      avro = new AvroReader(format);
    }
    Header schema = record.headers().lastHeader(Framing.HEADER);
    return avro.json(record.value(), schema == null ? null : schema.value());
  }

  @Override
  public TypeInformation<PaperReading> getProducedType() {
    return TypeInformation.of(PaperReading.class);
  }
}

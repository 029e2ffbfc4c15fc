package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topics of positions and of the kill switch. Never throws; keys are not looked at. */
public final class PaperRecords implements KafkaRecordDeserializationSchema<PaperReading> {

  private static final long serialVersionUID = 1;

  private final Topic topic;
  private final List<String> portfolios;

  /**
   * @param topic {@link Topic#POSITIONS} or {@link Topic#PAPER_CONTROL}
   * @param portfolios that there are
   */
  public PaperRecords(Topic topic, List<String> portfolios) {
    this.topic = topic;
    this.portfolios = List.copyOf(portfolios);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PaperReading> out) {
    SourceRef source = new SourceRef(record.topic(), record.partition(), record.offset());
    out.collect(
        topic == Topic.POSITIONS
            ? PaperParser.positions(source, record.value())
            : PaperParser.control(source, record.value(), portfolios));
  }

  @Override
  public TypeInformation<PaperReading> getProducedType() {
    return TypeInformation.of(PaperReading.class);
  }
}

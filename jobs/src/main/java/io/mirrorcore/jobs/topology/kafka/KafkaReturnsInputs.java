package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.ReturnsInputs;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.returns.KafkaReturnsDeserializer;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.portfolio.record.Alert;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Strategy returns from their topic. */
public final class KafkaReturnsInputs implements ReturnsInputs {

  private final KafkaPlan kafka;
  private final ParserSettings parser;
  private final List<DataStream<Alert>> alerts = new ArrayList<>();

  public KafkaReturnsInputs(KafkaPlan kafka, ParserSettings parser) {
    this.kafka = kafka;
    this.parser = parser;
  }

  @Override
  public DataStream<ReturnsEvent> open(StreamExecutionEnvironment env, String uid) {
    SingleOutputStreamOperator<ReturnsEvent> read =
        RemovedRecords.watch(
            env.fromSource(
                    KafkaSources.of(
                        kafka,
                        kafka.topic(Topic.STRATEGY_RETURNS),
                        uid,
                        new KafkaReturnsDeserializer(
                            parser.maxBytes(),
                            parser.times(),
                            kafka.format(Topic.STRATEGY_RETURNS))),
                    WatermarkStrategy.noWatermarks(),
                    uid)
                .uid(uid),
            ReadTopic.of(kafka, Topic.STRATEGY_RETURNS, new ReturnsFields()),
            Topic.STRATEGY_RETURNS.removedUid());
    alerts.add(read.getSideOutput(RemovedRecordsFunction.ALERTS));
    return read;
  }

  @Override
  public List<DataStream<Alert>> alerts() {
    return List.copyOf(alerts);
  }

  private static final class ReturnsFields implements ReadTopic.Fields<ReturnsEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public SourceRef place(ReturnsEvent event) {
      return event.source();
    }

    @Override
    public long time(ReturnsEvent event) {
      return event.isRejected() ? 0 : event.returns().time();
    }
  }
}

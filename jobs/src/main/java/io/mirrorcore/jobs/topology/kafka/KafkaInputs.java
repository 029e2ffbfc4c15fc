package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.intake.HistoryFile;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.TimePlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.EventWatermarks;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.topology.file.HistorySource;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.KafkaEventDeserializer;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.portfolio.record.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Records from Kafka topics. Live, it reads on for ever; in replay it reads what is there when the
 * job starts, from the earliest offset on, and ends.
 */
public final class KafkaInputs implements Inputs {

  private final KafkaPlan kafka;
  private final TimePlan time;
  private final ParserSettings parser;
  private final Optional<HistoryFile> history;
  private final List<DataStream<Alert>> alerts = new ArrayList<>();

  public KafkaInputs(KafkaPlan kafka, JobPlan plan) {
    this(kafka, plan, Optional.empty());
  }

  /**
   * With bars that go before those of the topics.
   *
   * @param history tried
   */
  public KafkaInputs(KafkaPlan kafka, JobPlan plan, Optional<HistoryFile> history) {
    this.history = history;
    this.kafka = kafka;
    this.time = plan.time();
    this.parser = plan.parser();
  }

  @Override
  public List<RecordKind> kinds() {
    return kafka.inputs();
  }

  @Override
  public DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid) {
    SingleOutputStreamOperator<MarketEvent> read =
        RemovedRecords.watch(
            env.fromSource(
                    KafkaSources.of(
                        kafka, kafka.topic(kind), uid, new KafkaEventDeserializer(kind, parser)),
                    watermarks(),
                    uid)
                .uid(uid),
            ReadTopic.of(kafka, Topic.of(kind), new MarketFields()),
            Topic.of(kind).removedUid());
    alerts.add(read.getSideOutput(RemovedRecordsFunction.ALERTS));
    return read;
  }

  @Override
  public Optional<DataStream<MarketEvent>> history(StreamExecutionEnvironment env, String uid) {
    return history.map(
        file ->
            env.fromSource(
                    new HistorySource(
                        file.path(), coveredUntil(), time.outOfOrderness(), kafka.replay(), parser),
                    WatermarkStrategy.noWatermarks(),
                    uid)
                .uid(uid)
                .setParallelism(1)); // one file is one partition
  }

  @Override
  public long coveredUntil() {
    return history.map(file -> file.end(parser)).orElse(NO_HISTORY);
  }

  @Override
  public List<DataStream<Alert>> alerts() {
    return List.copyOf(alerts);
  }

  private static final class MarketFields implements ReadTopic.Fields<MarketEvent> {

    private static final long serialVersionUID = 1L;

    @Override
    public SourceRef place(MarketEvent event) {
      return event.source();
    }

    @Override
    public long time(MarketEvent event) {
      return event.time() == RejectedEvent.NO_TIME ? 0 : event.time();
    }
  }

  private WatermarkStrategy<MarketEvent> watermarks() {
    WatermarkStrategy<MarketEvent> strategy =
        kafka.replay()
            ? EventWatermarks.replay(time.outOfOrderness(), coveredUntil())
            : EventWatermarks.live(time.outOfOrderness(), time.idleTimeout(), coveredUntil());
    return time.maxDrift()
        .map(drift -> strategy.withWatermarkAlignment("inputs", drift))
        .orElse(strategy);
  }
}

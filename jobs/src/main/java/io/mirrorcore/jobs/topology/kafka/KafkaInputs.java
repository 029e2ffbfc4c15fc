package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.TimePlan;
import io.mirrorcore.jobs.topology.EventWatermarks;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.KafkaEventDeserializer;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Records from Kafka topics. Live, it reads on for ever; in replay it reads what is there when the
 * job starts, from the earliest offset on, and ends.
 */
public final class KafkaInputs implements Inputs {

  private final KafkaPlan kafka;
  private final TimePlan time;
  private final ParserSettings parser;

  public KafkaInputs(KafkaPlan kafka, JobPlan plan) {
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
    return env.fromSource(
            KafkaSources.of(
                kafka, kafka.topic(kind), uid, new KafkaEventDeserializer(kind, parser)),
            watermarks(),
            uid)
        .uid(uid);
  }

  private WatermarkStrategy<MarketEvent> watermarks() {
    WatermarkStrategy<MarketEvent> strategy =
        kafka.replay()
            ? EventWatermarks.replay(time.outOfOrderness())
            : EventWatermarks.live(time.outOfOrderness(), time.idleTimeout());
    return time.maxDrift()
        .map(drift -> strategy.withWatermarkAlignment("inputs", drift))
        .orElse(strategy);
  }
}

package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.ReturnsInputs;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.returns.KafkaReturnsDeserializer;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Strategy returns from their topic. */
public final class KafkaReturnsInputs implements ReturnsInputs {

  private final KafkaPlan kafka;
  private final ParserSettings parser;

  public KafkaReturnsInputs(KafkaPlan kafka, ParserSettings parser) {
    this.kafka = kafka;
    this.parser = parser;
  }

  @Override
  public DataStream<ReturnsEvent> open(StreamExecutionEnvironment env, String uid) {
    return env.fromSource(
            KafkaSources.of(
                kafka,
                kafka.topic(Topic.STRATEGY_RETURNS),
                uid,
                new KafkaReturnsDeserializer(parser.maxBytes(), parser.times())),
            WatermarkStrategy.noWatermarks(),
            uid)
        .uid(uid);
  }
}

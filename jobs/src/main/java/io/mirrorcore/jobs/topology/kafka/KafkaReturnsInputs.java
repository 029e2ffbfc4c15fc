package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.ReturnsInputs;
import io.mirrorcore.jobs.wire.returns.KafkaReturnsDeserializer;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Strategy returns from their topic. */
public final class KafkaReturnsInputs implements ReturnsInputs {

  private final Settings settings;

  public KafkaReturnsInputs(Settings settings) {
    this.settings = settings;
  }

  @Override
  public DataStream<ReturnsEvent> open(StreamExecutionEnvironment env, String uid) {
    return env.fromSource(
            KafkaSources.of(
                settings,
                TopicNames.of(settings, Topic.STRATEGY_RETURNS),
                uid,
                new KafkaReturnsDeserializer(settings.get(PipelineKeys.INPUT_MAX_BYTES))),
            WatermarkStrategy.noWatermarks(),
            uid)
        .uid(uid);
  }
}

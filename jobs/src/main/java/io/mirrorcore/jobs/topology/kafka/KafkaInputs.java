package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.EventWatermarks;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.market.KafkaEventDeserializer;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Records from Kafka topics. Live, it reads on for ever; in replay it reads what is there when the
 * job starts, from the earliest offset on, and ends.
 */
public final class KafkaInputs implements Inputs {

  private final Settings settings;

  public KafkaInputs(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<RecordKind> kinds() {
    return TopicNames.inputs(settings);
  }

  @Override
  public DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid) {
    return env.fromSource(
            KafkaSources.of(
                settings,
                TopicNames.of(settings, kind),
                uid,
                new KafkaEventDeserializer(kind, settings.parser())),
            watermarks(),
            uid)
        .uid(uid);
  }

  private WatermarkStrategy<MarketEvent> watermarks() {
    Duration outOfOrderness = settings.get(PipelineKeys.TIME_OUT_OF_ORDERNESS);
    WatermarkStrategy<MarketEvent> strategy =
        KafkaSources.isReplay(settings)
            ? EventWatermarks.replay(outOfOrderness)
            : EventWatermarks.live(outOfOrderness, settings.get(PipelineKeys.TIME_IDLE_TIMEOUT));
    return settings
        .find(PipelineKeys.TIME_MAX_DRIFT)
        .map(drift -> strategy.withWatermarkAlignment("inputs", drift))
        .orElse(strategy);
  }
}

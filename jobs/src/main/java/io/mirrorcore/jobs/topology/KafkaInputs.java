package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.Choices;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.wire.KafkaEventDeserializer;
import io.mirrorcore.jobs.wire.MarketEvent;
import io.mirrorcore.jobs.wire.RecordKind;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

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
    KafkaSourceBuilder<MarketEvent> source =
        KafkaSource.<MarketEvent>builder()
            .setTopics(TopicNames.of(settings, kind))
            .setProperties(settings.kafkaProperties())
            .setProperty("client.id.prefix", settings.get(PipelineOptions.JOB_GROUP_ID) + "-" + uid)
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setGroupId(settings.get(PipelineOptions.JOB_GROUP_ID))
            .setStartingOffsets(start())
            .setDeserializer(new KafkaEventDeserializer(kind, settings.parser()));
    if (isReplay()) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return env.fromSource(source.build(), watermarks(), uid).uid(uid);
  }

  private WatermarkStrategy<MarketEvent> watermarks() {
    Duration outOfOrderness = settings.get(PipelineOptions.TIME_OUT_OF_ORDERNESS);
    WatermarkStrategy<MarketEvent> strategy =
        isReplay()
            ? EventWatermarks.replay(outOfOrderness)
            : EventWatermarks.live(outOfOrderness, settings.get(PipelineOptions.TIME_IDLE_TIMEOUT));
    return settings
        .find(PipelineOptions.TIME_MAX_DRIFT)
        .map(drift -> strategy.withWatermarkAlignment("inputs", drift))
        .orElse(strategy);
  }

  private boolean isReplay() {
    return settings.get(PipelineOptions.JOB_MODE) == Choices.Mode.REPLAY;
  }

  @SuppressWarnings("deprecation") // Kafka's enum is deprecated, and Flink asks for no other
  private OffsetsInitializer start() {
    if (isReplay()) {
      return OffsetsInitializer.earliest();
    }
    return switch (settings.get(PipelineOptions.JOB_START)) {
      case EARLIEST -> OffsetsInitializer.earliest();
      case LATEST -> OffsetsInitializer.latest();
      case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    };
  }
}

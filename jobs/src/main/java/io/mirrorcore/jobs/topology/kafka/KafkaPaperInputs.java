package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.paper.PaperInputs;
import io.mirrorcore.jobs.paper.PaperReading;
import io.mirrorcore.jobs.paper.PaperRecords;
import io.mirrorcore.jobs.topic.Topic;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Positions and the kill switch from their topics. */
public final class KafkaPaperInputs implements PaperInputs {

  private final KafkaPlan kafka;
  private final List<String> portfolios;

  /**
   * @param portfolios that there are
   */
  public KafkaPaperInputs(KafkaPlan kafka, List<String> portfolios) {
    this.kafka = kafka;
    this.portfolios = List.copyOf(portfolios);
  }

  @Override
  public DataStream<PaperReading> open(StreamExecutionEnvironment env, Topic topic, String uid) {
    boolean awaited = kafka.replay() && topic == Topic.PAPER_CONTROL;
    return env.fromSource(
            KafkaSources.of(
                kafka,
                kafka.topic(topic),
                uid,
                new PaperRecords(topic, portfolios, kafka.format(topic))),
            awaited ? WatermarkStrategy.noWatermarks() : holdingNothingBack(),
            uid)
        .setParallelism(1) // few records, and no subtask without a partition
        .uid(uid);
  }

  private static WatermarkStrategy<PaperReading> holdingNothingBack() {
    return context -> new Ahead();
  }

  /** As far ahead as can be before the end. */
  private static final class Ahead implements WatermarkGenerator<PaperReading> {

    private static final Watermark FAR = new Watermark(Long.MAX_VALUE - 1);

    @Override
    public void onEvent(PaperReading event, long time, WatermarkOutput output) {
      // says nothing of time
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(FAR);
    }
  }
}

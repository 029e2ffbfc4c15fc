package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.List;

/** Which topic of the configuration is which end of the graph. */
public final class TopicNames {

  private TopicNames() {}

  /** Topic that records of a kind come from. */
  public static String of(Settings settings, RecordKind kind) {
    return settings.get(
        switch (kind) {
          case BAR -> PipelineKeys.TOPIC_PRICES;
          case TICK -> PipelineKeys.TOPIC_TICKS;
          case OPTION -> PipelineKeys.TOPIC_OPTIONS_FLOW;
        });
  }

  /** Topic that an output goes to. */
  public static String of(Settings settings, Output output) {
    return settings.get(
        switch (output) {
          case SIGNALS -> PipelineKeys.TOPIC_SIGNALS;
          case STRATEGY_RETURNS -> PipelineKeys.TOPIC_STRATEGY_RETURNS;
          case WEIGHTS -> PipelineKeys.TOPIC_WEIGHTS;
          case POSITIONS -> PipelineKeys.TOPIC_POSITIONS;
          case ALERTS -> PipelineKeys.TOPIC_ALERTS;
          case DEAD_LETTER -> PipelineKeys.TOPIC_DEAD_LETTER;
        });
  }

  /** Kinds of record that the job reads, in a fixed order. */
  public static List<RecordKind> inputs(Settings settings) {
    return settings.get(PipelineKeys.JOB_INPUTS).stream()
        .map(
            input ->
                switch (input) {
                  case PRICES -> RecordKind.BAR;
                  case TICKS -> RecordKind.TICK;
                  case OPTIONS_FLOW -> RecordKind.OPTION;
                })
        .distinct()
        .sorted()
        .toList();
  }
}

package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.wire.RecordKind;
import java.util.List;

/** Which topic of the configuration is which end of the graph. */
public final class TopicNames {

  private TopicNames() {}

  /** Topic that records of a kind come from. */
  public static String of(Settings settings, RecordKind kind) {
    return settings.get(
        switch (kind) {
          case BAR -> PipelineOptions.TOPIC_PRICES;
          case TICK -> PipelineOptions.TOPIC_TICKS;
          case OPTION -> PipelineOptions.TOPIC_OPTIONS_FLOW;
        });
  }

  /** Topic that an output goes to. */
  public static String of(Settings settings, Output output) {
    return settings.get(
        switch (output) {
          case SIGNALS -> PipelineOptions.TOPIC_SIGNALS;
          case STRATEGY_RETURNS -> PipelineOptions.TOPIC_STRATEGY_RETURNS;
          case WEIGHTS -> PipelineOptions.TOPIC_WEIGHTS;
          case POSITIONS -> PipelineOptions.TOPIC_POSITIONS;
          case ALERTS -> PipelineOptions.TOPIC_ALERTS;
          case DEAD_LETTER -> PipelineOptions.TOPIC_DEAD_LETTER;
        });
  }

  /** Kinds of record that the job reads, in a fixed order. */
  public static List<RecordKind> inputs(Settings settings) {
    return settings.get(PipelineOptions.JOB_INPUTS).stream()
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

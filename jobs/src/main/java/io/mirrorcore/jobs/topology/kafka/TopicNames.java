package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.List;

/** What the configuration calls a topic. */
public final class TopicNames {

  private TopicNames() {}

  public static String of(Settings settings, Topic topic) {
    return settings.get(PipelineKeys.topic(topic));
  }

  /** Topic that records of a kind come from. */
  public static String of(Settings settings, RecordKind kind) {
    return of(settings, Topic.of(kind));
  }

  /** Kinds of record that the job reads, in a fixed order. */
  public static List<RecordKind> inputs(Settings settings) {
    return settings.get(PipelineKeys.JOB_INPUTS).stream()
        .flatMap(input -> input.kind().stream())
        .sorted()
        .toList();
  }
}

package io.mirrorcore.local.demo;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The topics of the demo, which keep so little that it may run for days: records go by size alone,
 * long after they have been read. At the demo's usual speed ticks are kept for minutes, everything
 * else for hours. Age counts for nothing, for the simulated market has a time of its own.
 */
final class DemoTopics {

  /** Together the partitions stay below 320 MB, however long the demo runs. */
  static final int PARTITIONS = 2;

  private static final int MEBIBYTE = 1 << 20;
  private static final int SEGMENT = 4 * MEBIBYTE;
  private static final int TICKS = 48 * MEBIBYTE;
  private static final int OTHERS = 6 * MEBIBYTE;

  private DemoTopics() {}

  static List<TopicSpec> of(Settings settings) {
    return topics().stream()
        .map(
            topic ->
                new TopicSpec(
                    TopicNames.of(settings, topic),
                    PARTITIONS,
                    kept(topic == Topic.TICKS ? TICKS : OTHERS)))
        .toList();
  }

  /** What the market writes, and the pipeline. */
  static List<Topic> topics() {
    return Stream.of(List.of(Topic.PRICES, Topic.TICKS, Topic.OPTIONS_FLOW), Role.PIPELINE.writes())
        .flatMap(List::stream)
        .toList();
  }

  /** The size at which a partition of a topic is kept, in bytes. */
  static int mostBytes(Topic topic) {
    return SEGMENT + (topic == Topic.TICKS ? TICKS : OTHERS);
  }

  private static Map<String, String> kept(int bytes) {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", "-1",
        "retention.bytes", Integer.toString(bytes),
        "segment.bytes", Integer.toString(SEGMENT),
        "segment.index.bytes", Integer.toString(MEBIBYTE));
  }
}

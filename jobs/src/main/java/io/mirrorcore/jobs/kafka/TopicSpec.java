package io.mirrorcore.jobs.kafka;

import java.util.Map;

/**
 * A topic as it should be.
 *
 * @param name the topic's name
 * @param partitions number of partitions, at least 1
 * @param config Kafka's topic settings that differ from the broker's, such as {@code
 *     cleanup.policy}; how many replicas is the broker's default
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1; have " + partitions);
    }
    config = Map.copyOf(config);
  }
}

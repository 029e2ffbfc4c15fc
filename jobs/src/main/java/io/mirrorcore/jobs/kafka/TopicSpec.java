package io.mirrorcore.jobs.kafka;

import java.util.Map;
import java.util.Optional;

/**
 * A topic as it should be.
 *
 * @param name the topic's name
 * @param partitions number of partitions, at least 1
 * @param replicas copies of each partition, 1 to 32767; empty for the broker's default
 * @param config Kafka's topic settings that differ from the broker's, such as {@code
 *     cleanup.policy}
 */
public record TopicSpec(
    String name, int partitions, Optional<Short> replicas, Map<String, String> config) {

  public TopicSpec {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1; have " + partitions);
    }
    if (replicas.isPresent() && replicas.get() < 1) {
      throw new IllegalArgumentException("replicas must be at least 1; have " + replicas.get());
    }
    config = Map.copyOf(config);
  }

  /** One with as many replicas as the broker makes by default. */
  public TopicSpec(String name, int partitions, Map<String, String> config) {
    this(name, partitions, Optional.empty(), config);
  }
}

package io.mirrorcore.console.feed;

import io.mirrorcore.jobs.topic.Topic;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the console listens to. Everything that it hears comes from one thread, in the order of each
 * topic's keys.
 */
public interface Feed extends AutoCloseable {

  /** All that is listened to; what else a job publishes is not read. */
  Set<Topic> OUTPUTS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Topic.SIGNALS,
              Topic.WEIGHTS,
              Topic.POSITIONS,
              Topic.PERFORMANCE,
              Topic.ACCOUNT,
              Topic.ALERTS,
              Topic.DEAD_LETTER));

  /** Begins, and returns at once. */
  void start(Listener listener);

  /** Ends; nothing is heard after it has returned. */
  @Override
  void close();

  /** Who listens. */
  interface Listener {

    /** Records that have come in, the earliest first. */
    void heard(List<Heard> records);

    /**
     * How much of what was there at the beginning has been read.
     *
     * @param share in [0, 1]; 1 once, when it is all
     */
    void read(double share);

    /** What is known of the input topics, by name, without reading them. */
    void inputs(Map<String, InputEnd> inputs);

    /**
     * Which of the outputs have no topic; said where that changes.
     *
     * @param topics names in Kafka, in order
     */
    void missing(List<String> topics);

    /**
     * Kafka cannot be reached; said once, until it is back.
     *
     * @param why one sentence
     */
    void lost(String why);

    /** Kafka is back. */
    void back();
  }
}

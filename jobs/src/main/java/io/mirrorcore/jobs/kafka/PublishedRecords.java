package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is on the output topics before a job starts. A job that begins anew beside it would publish
 * the same once more, and jump back in event time.
 *
 * <p>Reading outputs is a right that a job needs for exactly-once delivery only; without it nothing
 * is looked up here, and duplicates are what the user has chosen.
 */
public final class PublishedRecords {

  private PublishedRecords() {}

  /**
   * Names of the output topics that hold a committed record, in the order of the list. Dead letters
   * do not count: several jobs may share their topic, and they have no event time. Nor does what a
   * job also reads: others write it.
   */
  public static List<String> on(Settings settings, Role job) {
    if (!JobRights.inTransactions(settings)) {
      return List.of();
    }
    try (CommittedTail tail = CommittedTail.open(settings)) {
      return job.writes().stream()
          .filter(topic -> topic != Topic.DEAD_LETTER && !job.reads().contains(topic))
          .map(topic -> TopicNames.of(settings, topic))
          .filter(tail::hasRecord)
          .toList();
    }
  }

  /** Event time of the newest record on {@code weights}, by portfolio, in epoch milliseconds. */
  public static SortedMap<String, Long> newestWeights(Settings settings) {
    if (!JobRights.inTransactions(settings)) {
      return new TreeMap<>();
    }
    try (CommittedTail tail = CommittedTail.open(settings)) {
      return tail.newestTimes(
          TopicNames.of(settings, Topic.WEIGHTS), settings.portfolios().names());
    }
  }
}

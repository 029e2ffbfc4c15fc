package io.mirrorcore.local.resume;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.HistoryFile;
import io.mirrorcore.jobs.kafka.JobGround;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose the checkpoints in a directory are. State of one job is wrong for any other.
 *
 * @param job {@code job.name}
 * @param cluster id of the Kafka cluster
 * @param topics name and id of each topic, by its word
 * @param keys values of the options that state depends on
 */
record JobBinding(
    String job, String cluster, SortedMap<String, String> topics, SortedMap<String, String> keys) {

  JobBinding {
    Objects.requireNonNull(job);
    Objects.requireNonNull(cluster);
    topics = new TreeMap<>(topics);
    keys = new TreeMap<>(keys);
  }

  static JobBinding of(Settings settings, JobGround ground) {
    return new JobBinding(
        settings.get(PipelineKeys.JOB_NAME), ground.cluster(), ground.topics(), keys(settings));
  }

  /** Of a history not where it lies, but what it is. */
  private static SortedMap<String, String> keys(Settings settings) {
    SortedMap<String, String> keys = StateKeys.of(settings);
    HistoryFile.identity(settings)
        .ifPresent(what -> keys.put(PipelineKeys.JOB_HISTORY.key(), what));
    return keys;
  }

  /** What differs for a job that is to go on from here; in words, each with both values. */
  List<String> differences(JobBinding now) {
    List<String> found = new ArrayList<>();
    compare(PipelineKeys.JOB_NAME.key(), job, now.job, found);
    compare("the Kafka cluster", cluster, now.cluster, found);
    compare("topics.", topics, now.topics, found);
    compare("", keys, now.keys, found);
    return found;
  }

  private static void compare(
      String prefix, Map<String, String> then, Map<String, String> now, List<String> found) {
    TreeSet<String> all = new TreeSet<>(then.keySet());
    all.addAll(now.keySet());
    all.forEach(key -> compare(prefix + key, then.get(key), now.get(key), found));
  }

  private static void compare(String what, String then, String now, List<String> found) {
    if (!Objects.equals(then, now)) {
      found.add("%s was %s and is %s".formatted(what, word(then), word(now)));
    }
  }

  private static String word(String value) {
    return value == null ? "not there" : value;
  }
}

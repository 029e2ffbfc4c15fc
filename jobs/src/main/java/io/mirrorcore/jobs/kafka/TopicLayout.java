package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobIdentity;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The topics of a configuration, and the settings that each of them should have. */
public final class TopicLayout {

  private TopicLayout() {}

  /** Every topic, inputs first, with as many replicas as the broker makes by default. */
  public static List<TopicSpec> of(Settings settings, int partitions) {
    return of(settings, partitions, Optional.empty());
  }

  /**
   * Every topic, inputs first.
   *
   * @param replicas copies of each partition; empty for the broker's default
   */
  public static List<TopicSpec> of(Settings settings, int partitions, Optional<Short> replicas) {
    return Arrays.stream(Topic.values())
        .map(
            topic ->
                new TopicSpec(
                    TopicNames.of(settings, topic), partitions, replicas, topic.settings()))
        .toList();
  }

  /**
   * Says in one sentence what is missing before a job starts.
   *
   * @param job {@link Role#PIPELINE} or {@link Role#ENSEMBLE}
   * @param id of the job, where it has one already: it may have run before
   * @param notice told when there is something to wait for
   * @throws BrokerException when the broker, a topic or a right of the user is missing, when the
   *     broker would refuse the transactions, or when another job runs under the same identity or
   *     writes one of its portfolios
   * @throws io.mirrorcore.jobs.wire.format.RegistryException when the schema registry does not
   *     answer
   */
  public static void require(
      Settings settings, Role job, Optional<String> id, Consumer<String> notice) {
    try (AdminSession session = AdminSession.open(client(settings))) {
      JobRights.require(session, settings, job);
      new JobClaim(session, JobIdentity.of(settings, job), id, notice)
          .require(TopicNames.written(settings, job));
    }
    RegistryUse.require(settings, job);
  }

  /** Client properties for administration. */
  public static Map<String, Object> client(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    settings.kafkaProperties().forEach((key, value) -> properties.put((String) key, value));
    return properties;
  }
}

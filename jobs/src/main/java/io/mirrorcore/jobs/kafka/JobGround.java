package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * What the state of a job is about: positions in topics that are no others of the same name, on a
 * Kafka that is no other at the same address.
 *
 * @param cluster id that Kafka has given itself
 * @param topics {@code name (id)} of each topic that the job reads or writes, by its word
 */
public record JobGround(String cluster, SortedMap<String, String> topics) {

  public JobGround {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  /**
   * Of a job whose topics exist.
   *
   * @throws BrokerException when Kafka does not answer or refuses
   */
  public static JobGround of(Settings settings, Role job) {
    List<Topic> used = new ArrayList<>(TopicNames.read(settings, job));
    used.addAll(job.writes());
    try (AdminSession session = AdminSession.open(TopicLayout.client(settings))) {
      TreeMap<String, String> topics = new TreeMap<>();
      for (Topic topic : used) {
        topics.put(topic.word(), nameAndId(session, TopicNames.of(settings, topic)));
      }
      String cluster =
          session.get(session.admin().describeCluster().clusterId(), "tell the id of its cluster");
      return new JobGround(cluster, topics);
    }
  }

  private static String nameAndId(AdminSession session, String name) {
    TopicDescription topic =
        session.get(
            session.admin().describeTopics(List.of(name)).topicNameValues().get(name),
            "describe topic " + name);
    return name + " (id " + topic.topicId() + ")";
  }
}

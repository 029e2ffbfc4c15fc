package io.mirrorcore.jobs.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes, describes and looks for topics, and says in one sentence why it cannot.
 *
 * <p>The client settings are those of any Kafka client ({@code bootstrap.servers}, {@code
 * security.protocol}, ...). A broker that does not answer within {@code default.api.timeout.ms}, by
 * default {@value AdminSession#PATIENCE_MS} ms, counts as unreachable. Every method throws {@link
 * BrokerException} when Kafka does not answer or refuses.
 */
public final class Topics {

  private Topics() {}

  /**
   * Makes the topics that do not exist. One that exists is left as it is, whatever its partitions
   * and settings.
   *
   * @return the names of the topics made, in the order given
   */
  public static List<String> create(Map<String, Object> clientProps, List<TopicSpec> topics) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      var results =
          session.admin().createTopics(topics.stream().map(Topics::newTopic).toList()).values();
      List<String> made = new ArrayList<>();
      for (TopicSpec topic : topics) {
        var result = results.get(topic.name()).thenApply(nothing -> topic.name());
        session
            .get(result, TopicExistsException.class, "create topic " + topic.name())
            .ifPresent(made::add);
      }
      return List.copyOf(made);
    }
  }

  private static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.config());
  }

  /** The topics of these names that do not exist, in the order given. */
  public static List<String> missing(Map<String, Object> clientProps, Collection<String> names) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      return missing(session, names);
    }
  }

  private static List<String> missing(AdminSession session, Collection<String> names) {
    var results = session.admin().describeTopics(names).topicNameValues();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (session
          .get(results.get(name), UnknownTopicOrPartitionException.class, "look up topic " + name)
          .isEmpty()) {
        missing.add(name);
      }
    }
    return List.copyOf(missing);
  }

  /**
   * Insists that the topics exist.
   *
   * @throws BrokerException naming every one that does not
   */
  public static void require(Map<String, Object> clientProps, Collection<String> names) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      List<String> missing = missing(session, names);
      if (!missing.isEmpty()) {
        throw new BrokerException(
            "Kafka at "
                + session.servers()
                + (missing.size() == 1 ? " has no topic " : " has no topics ")
                + String.join(", ", missing),
            null);
      }
    }
  }

  /** The topics of these names as they are, in the order given; each must exist. */
  public static List<TopicDetails> describe(
      Map<String, Object> clientProps, Collection<String> names) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      return names.stream().map(name -> describe(session, name)).toList();
    }
  }

  private static TopicDetails describe(AdminSession session, String name) {
    String action = "describe topic " + name;
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    TopicDescription topic =
        session.get(
            session.admin().describeTopics(List.of(name)).topicNameValues().get(name), action);
    Config config =
        session.get(
            session.admin().describeConfigs(List.of(resource)).values().get(resource), action);
    return new TopicDetails(
        name,
        topic.partitions().size(),
        topic.partitions().get(0).replicas().size(),
        ownSettings(config));
  }

  private static SortedMap<String, String> ownSettings(Config config) {
    SortedMap<String, String> own = new TreeMap<>();
    for (ConfigEntry entry : config.entries()) {
      if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        own.put(entry.name(), entry.value());
      }
    }
    return own;
  }
}

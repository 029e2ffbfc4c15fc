package io.mirrorcore.jobs.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
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
   * and settings. Returns when the broker knows all of them: who produces at once after it must not
   * hear that there is no such topic.
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
      awaitKnown(session, made);
      return List.copyOf(made);
    }
  }

  /** The controller makes topics; the brokers that clients ask hear of them a moment later. */
  private static void awaitKnown(AdminSession session, List<String> made) {
    List<String> unknown = session.untilEmpty(session.patience(), () -> missing(session, made));
    if (!unknown.isEmpty()) {
      throw new BrokerException(
          "%s made, but %s does not know of it after %s s; see the broker's log, then try again"
              .formatted(
                  unknown.size() == 1
                      ? "Topic " + unknown.get(0) + " was"
                      : "Topics " + String.join(", ", unknown) + " were",
                  session.servers(),
                  session.seconds()),
          null);
    }
  }

  private static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), topic.replicas())
        .configs(topic.config());
  }

  /** The topics of these names that do not exist, in the order given. */
  public static List<String> missing(Map<String, Object> clientProps, Collection<String> names) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      return missing(session, names);
    }
  }

  private static List<String> missing(AdminSession session, Collection<String> names) {
    return look(session, names).entrySet().stream()
        .filter(topic -> topic.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What may be done with each topic, in the order given; empty for one that does not exist. Kafka
   * says of one at which the user may not even look that it is refused, whether it exists or not.
   */
  private static Map<String, Optional<Set<AclOperation>>> look(
      AdminSession session, Collection<String> names) {
    var results =
        session
            .admin()
            .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    Map<String, Optional<Set<AclOperation>>> rights = new LinkedHashMap<>();
    for (String name : names) {
      rights.put(name, allowed(session, results.get(name), "look up topic " + name));
    }
    return rights;
  }

  private static Optional<Set<AclOperation>> allowed(
      AdminSession session, KafkaFuture<TopicDescription> result, String action) {
    try {
      return session
          .get(result, UnknownTopicOrPartitionException.class, action)
          .map(TopicDescription::authorizedOperations);
    } catch (BrokerException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        return Optional.of(Set.of());
      }
      throw e;
    }
  }

  /**
   * Insists that the topics exist and that the user may read and write them.
   *
   * @throws BrokerException naming every topic that does not exist, or the first that may not be
   *     used
   */
  public static void require(
      Map<String, Object> clientProps, Collection<String> read, Collection<String> written) {
    try (AdminSession session = AdminSession.open(clientProps)) {
      require(session, read, written);
    }
  }

  static void require(AdminSession session, Collection<String> read, Collection<String> written) {
    Set<String> names = new LinkedHashSet<>(read);
    names.addAll(written);
    var topics = look(session, names);
    List<String> missing = names.stream().filter(name -> topics.get(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new BrokerException(
          "Kafka at "
              + session.servers()
              + (missing.size() == 1 ? " has no topic " : " has no topics ")
              + String.join(", ", missing)
              + ": make it with topics create, or correct the names under topics",
          null);
    }
    read.forEach(name -> require(session, topics.get(name), AclOperation.READ, name));
    written.forEach(name -> require(session, topics.get(name), AclOperation.WRITE, name));
  }

  private static void require(
      AdminSession session,
      Optional<Set<AclOperation>> allowed,
      AclOperation wanted,
      String topic) {
    if (allowed.isPresent() && !allowed.get().contains(wanted)) {
      throw session.notAllowed(wanted.name().toLowerCase(Locale.ROOT) + " topic " + topic);
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
        settings(config, entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG),
        settings(config, entry -> !entry.isSensitive() && entry.value() != null));
  }

  private static SortedMap<String, String> settings(Config config, Predicate<ConfigEntry> rule) {
    SortedMap<String, String> chosen = new TreeMap<>();
    config.entries().stream()
        .filter(rule)
        .forEach(entry -> chosen.put(entry.name(), entry.value()));
    return chosen;
  }
}

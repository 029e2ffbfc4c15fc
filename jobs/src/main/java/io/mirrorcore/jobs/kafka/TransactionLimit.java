package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * How long a broker lets a transaction be open. It refuses a producer that asks for more, but only
 * when the job runs, and then at every restart again: so it is asked before.
 */
final class TransactionLimit {

  private static final String LIMIT = "transaction.max.timeout.ms";

  private TransactionLimit() {}

  /**
   * Insists that the brokers allow {@code timeout}. A broker that keeps its settings to itself, as
   * those of some providers do, passes here: it is heard when the transactions are tried.
   *
   * @throws BrokerException when they do not
   */
  static void require(AdminSession session, Duration timeout) {
    OptionalLong limitMs = limitMs(session);
    if (limitMs.isPresent() && timeout.toMillis() > limitMs.getAsLong()) {
      String limit = DurationText.format(Duration.ofMillis(limitMs.getAsLong()));
      throw new BrokerException(
          "%s is %s, but Kafka at %s allows %s (%s); set it to at most that, or raise the broker's"
              .formatted(
                  PipelineKeys.JOB_TRANSACTION_TIMEOUT,
                  DurationText.format(timeout),
                  session.servers(),
                  limit,
                  LIMIT),
          null);
    }
  }

  /** The same of a broker that keeps its limit to itself, and has refused the timeout. */
  static BrokerException exceeded(AdminSession session, Settings settings) {
    return new BrokerException(
        "%s is %s, and Kafka at %s allows less (%s); lower it, or raise the broker's"
            .formatted(
                PipelineKeys.JOB_TRANSACTION_TIMEOUT,
                DurationText.format(settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT)),
                session.servers(),
                LIMIT),
        null);
  }

  /** The least of all brokers, for any of them may coordinate a transaction. */
  private static OptionalLong limitMs(AdminSession session) {
    String action = "read the settings of the brokers";
    Collection<Node> nodes = session.get(session.admin().describeCluster().nodes(), action);
    List<ConfigResource> brokers =
        nodes.stream()
            .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
            .toList();
    Optional<Map<ConfigResource, Config>> configs =
        session.get(
            session.admin().describeConfigs(brokers).all(), AuthorizationException.class, action);
    return configs.stream()
        .flatMap(all -> all.values().stream())
        .map(config -> config.get(LIMIT))
        .filter(entry -> entry != null && entry.value() != null)
        .map(ConfigEntry::value)
        .mapToLong(Long::parseLong)
        .min();
  }
}

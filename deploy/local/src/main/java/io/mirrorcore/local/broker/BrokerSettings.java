package io.mirrorcore.local.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/** The settings of a broker that is alone, on loopback, and shares its JVM's memory. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  /** The listener without authentication. */
  static final String OPEN = "PLAINTEXT";

  /** Names of listeners that every broker has. */
  static final List<String> OWN = List.of(OPEN, CONTROLLER);

  /** Base64 of "mirrorcore-local": every embedded broker is the same cluster. */
  static final String CLUSTER = "bWlycm9yY29yZS1sb2NhbA";

  private BrokerSettings() {}

  /**
   * @param ports of the listeners by name, {@link #OPEN} and {@link #CONTROLLER} among them
   */
  static Map<String, String> of(Path dir, Map<String, Integer> ports, BrokerSecurity security) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("log.dirs", dir.toString());
    settings.put("auto.create.topics.enable", "false");
    addNetwork(settings, ports);
    addSecurity(settings, security);
    addSingleReplicas(settings);
    addSmallMemory(settings);
    addPromptness(settings);
    addSmallDisk(settings);
    return settings;
  }

  private static void addNetwork(Map<String, String> settings, Map<String, Integer> ports) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "controller.quorum.voters",
        NODE + "@" + LoopbackSockets.HOST + ":" + ports.get(CONTROLLER));
    settings.put("listeners", addresses(ports));
    Map<String, Integer> advertised = new LinkedHashMap<>(ports);
    advertised.remove(CONTROLLER);
    settings.put("advertised.listeners", addresses(advertised));
    settings.put("inter.broker.listener.name", OPEN);
  }

  private static String addresses(Map<String, Integer> ports) {
    return ports.entrySet().stream()
        .map(port -> port.getKey() + "://" + LoopbackSockets.HOST + ":" + port.getValue())
        .collect(Collectors.joining(","));
  }

  private static void addSecurity(Map<String, String> settings, BrokerSecurity security) {
    StringBuilder protocols = new StringBuilder(OPEN + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    for (BrokerSecurity.Listener listener : security.listeners()) {
      protocols.append(',').append(listener.name()).append(':').append(listener.protocol());
      listener.settings().forEach((key, value) -> settings.put(listener.prefix() + key, value));
    }
    settings.put("listener.security.protocol.map", protocols.toString());
    if (security.permissions()) {
      settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
      settings.put("super.users", KafkaPrincipal.ANONYMOUS.toString());
    }
  }

  private static void addSingleReplicas(Map<String, String> settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void addSmallMemory(Map<String, String> settings) {
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
  }

  /** What a topic no longer keeps goes soon, and the broker's own topics and log stay small. */
  private static void addSmallDisk(Map<String, String> settings) {
    settings.put("log.retention.check.interval.ms", "5000");
    settings.put("log.segment.delete.delay.ms", "1000");
    settings.put("offsets.topic.segment.bytes", "4194304");
    settings.put("transaction.state.log.segment.bytes", "4194304");
    settings.put("metadata.log.segment.bytes", "8388608");
    settings.put("metadata.max.retention.bytes", "16777216");
  }

  private static void addPromptness(Map<String, String> settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("controller.quorum.election.timeout.ms", "200");
    settings.put("controller.quorum.election.backoff.max.ms", "200");
  }
}

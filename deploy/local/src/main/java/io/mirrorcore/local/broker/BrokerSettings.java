package io.mirrorcore.local.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a broker that is alone, on loopback, and shares its JVM's memory. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  /** Base64 of "mirrorcore-local": every embedded broker is the same cluster. */
  static final String CLUSTER = "bWlycm9yY29yZS1sb2NhbA";

  private BrokerSettings() {}

  static Map<String, String> of(Path dir, int brokerPort, int controllerPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("log.dirs", dir.toString());
    settings.put("auto.create.topics.enable", "false");
    addNetwork(settings, brokerPort, controllerPort);
    addSingleReplicas(settings);
    addSmallMemory(settings);
    addPromptness(settings);
    return settings;
  }

  private static void addNetwork(Map<String, String> settings, int brokerPort, int controllerPort) {
    String host = LoopbackSockets.HOST + ":";
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE + "@" + host + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://" + host + brokerPort + "," + CONTROLLER + "://" + host + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + host + brokerPort);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
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

  private static void addPromptness(Map<String, String> settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("controller.quorum.election.timeout.ms", "200");
    settings.put("controller.quorum.election.backoff.max.ms", "200");
  }
}

package io.mirrorcore.local.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.LoggerFactory;

/**
 * Broker and controller of one KRaft node, put together from Kafka's own parts.
 *
 * <p>Kafka's {@link KafkaRaftServer} does the same but binds its sockets itself and ends the JVM on
 * a fault; a guest in somebody else's JVM may do neither, so faults become exceptions and log
 * lines.
 */
final class KraftNode {

  private final ControllerServer controller;
  private final BrokerServer broker;

  /** Formats {@code dir} where that has not been done and sets the node up, without starting it. */
  KraftNode(Path dir, LoopbackSockets sockets, Map<String, Integer> ports, BrokerSecurity security)
      throws Exception {
    KafkaConfig config = new KafkaConfig(BrokerSettings.of(dir, ports, security), false);
    format(dir, security);
    var logDirs =
        KafkaRaftServer.initializeLogDirs(
            config, LoggerFactory.getLogger(KraftNode.class), "embedded broker: ");
    SharedServer shared =
        new SharedServer(
            config,
            logDirs._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, BrokerSettings.CLUSTER),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            List.of(),
            (name, fatal, action) -> new LoggingFaultHandler(name, action),
            sockets);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2());
  }

  private static void format(Path dir, BrokerSecurity security) throws Exception {
    // What it prints is of no interest to whoever asked for a broker.
    var unread = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    new Formatter()
        .setPrintStream(unread)
        .setClusterId(BrokerSettings.CLUSTER)
        .setNodeId(BrokerSettings.NODE)
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .addDirectory(dir.toString())
        .setMetadataLogDirectory(dir.toString())
        .setIgnoreFormatted(true)
        .setScramArguments(security.scramArguments())
        .run();
  }

  void start() {
    controller.startup();
    broker.startup();
  }

  /** Stops the broker first, which says good-bye to its controller; harmless when not started. */
  void stop() {
    broker.shutdown();
    controller.shutdown();
  }
}

package io.mirrorcore.local.broker;

import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.local.files.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this JVM, so that the pipeline
 * can be shown and tested without installing anything.
 *
 * <p>It listens on 127.0.0.1 only, on ports that were free, holds one replica of everything, never
 * makes a topic by itself, and keeps its data where it is told: a broker started on the directory
 * of an earlier one has its topics. It costs about two seconds to start and 100 MB, and like any
 * single replica it is no place for data that matter.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final Path dir;
  private final TemporaryDirectory temporary; // null where the data stay
  private final int wantedPort;
  private final LoopbackSockets sockets = new LoopbackSockets();
  private DirectoryLock lock;
  private KraftNode node;
  private final BrokerSecurity security;
  private final Map<String, Integer> ports = new LinkedHashMap<>();

  private EmbeddedBroker(
      Path dir, TemporaryDirectory temporary, int wantedPort, BrokerSecurity security) {
    this.wantedPort = wantedPort;
    this.security = security;
    this.dir = dir.toAbsolutePath();
    this.temporary = temporary;
  }

  /**
   * Starts a broker that keeps its data in {@code dir}, which is made and formatted where needed.
   *
   * @throws BrokerException when it does not start, for example because another broker uses {@code
   *     dir}
   */
  public static EmbeddedBroker start(Path dir) {
    return start(dir, 0);
  }

  /**
   * Starts a broker as {@link #start(Path)} does, on a port of the caller's choice.
   *
   * @param port 1 to 65535, or 0 for one that is free
   */
  public static EmbeddedBroker start(Path dir, int port) {
    return new EmbeddedBroker(dir, null, port, BrokerSecurity.none()).started();
  }

  /** Starts a broker whose data are deleted when it is closed. */
  public static EmbeddedBroker startTemporary() {
    return startTemporary(0);
  }

  /**
   * Starts a broker as {@link #startTemporary()} does, on a port of the caller's choice.
   *
   * @param port 1 to 65535, or 0 for one that is free
   */
  public static EmbeddedBroker startTemporary(int port) {
    return startTemporary(port, BrokerSecurity.none());
  }

  /** Starts a broker as {@link #startTemporary()} does, with more listeners than the open one. */
  public static EmbeddedBroker startTemporary(BrokerSecurity security) {
    return startTemporary(0, security);
  }

  private static EmbeddedBroker startTemporary(int port, BrokerSecurity security) {
    try {
      TemporaryDirectory directory = TemporaryDirectory.create("mirrorcore-kafka-");
      return new EmbeddedBroker(directory.path(), directory, port, security).started();
    } catch (IOException e) {
      throw new BrokerException("No directory for the embedded Kafka broker: " + e.getMessage(), e);
    }
  }

  /** Host and port at which clients of this machine reach the broker without authentication. */
  public String bootstrapServers() {
    return bootstrapServers(BrokerSettings.OPEN);
  }

  /** Host and port of one of the listeners. */
  public String bootstrapServers(String listener) {
    Integer port = ports.get(listener);
    if (port == null) {
      throw new IllegalArgumentException("no listener " + listener + " but " + ports.keySet());
    }
    return LoopbackSockets.HOST + ":" + port;
  }

  Path dir() {
    return dir;
  }

  private EmbeddedBroker started() {
    try {
      Files.createDirectories(dir);
      lock = DirectoryLock.take(dir);
      ports.put(BrokerSettings.OPEN, sockets.bind(wantedPort));
      for (BrokerSecurity.Listener listener : security.listeners()) {
        ports.put(listener.name(), sockets.bind());
      }
      ports.put(BrokerSettings.CONTROLLER, sockets.bind());
      node = new KraftNode(dir, sockets, ports, security);
      node.start();
      return this;
    } catch (Exception e) { // Kafka's parts declare and throw anything
      close();
      throw new BrokerException(
          "The embedded Kafka broker did not start in " + dir + ": " + BrokerException.innermost(e),
          e);
    }
  }

  /** Stops the broker and waits until it has; a second call does nothing. */
  @Override
  public synchronized void close() {
    try {
      if (node != null) {
        node.stop();
        node = null;
      }
      sockets.close();
      if (lock != null) {
        lock.close();
        lock = null;
      }
      if (temporary != null) {
        temporary.close();
      }
    } catch (IOException e) {
      throw new BrokerException(
          "The data of the embedded Kafka broker stay in " + dir + ": " + e.getMessage(), e);
    }
  }
}

package io.mirrorcore.e2e;

import static org.awaitility.Awaitility.await;

import io.mirrorcore.cluster.FreePort;
import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.local.Mirrorcore;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code mirrorcore broker} as a process that can be killed and comes back with its data. */
final class ChildBroker implements AutoCloseable {

  private final Path directory;
  private final int port;
  private Process process;

  /**
   * Starts it.
   *
   * @param directory for data, log and pid file
   */
  ChildBroker(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.port = FreePort.find(directory.hashCode());
    start();
  }

  String servers() {
    return "127.0.0.1:" + port;
  }

  /** Starts it where it was, and waits until it answers. */
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Mirrorcore.class.getName(),
                "broker",
                "--port=" + port,
                "--dir=" + directory.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(directory.resolve("broker.log").toFile()))
            .start();
    Files.writeString(directory.resolve("broker.pid"), process.pid() + "\n");
    await().forever().until(this::answers);
  }

  private boolean answers() {
    try {
      Topics.missing(
          Map.of("bootstrap.servers", servers(), "default.api.timeout.ms", 2_000), List.of("none"));
      return true;
    } catch (BrokerException e) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the broker ended; see " + directory, e);
      }
      return false;
    }
  }

  /** What {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}

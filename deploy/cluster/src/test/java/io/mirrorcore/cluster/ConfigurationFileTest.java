package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

  private static final ClusterSettings DEFAULTS = new ClusterSettings(2, 2, 0, Map.of());

  @TempDir private Path root;
  private ConfigurationFile file;

  @BeforeEach
  void directory() {
    ClusterDirectory directory = new ClusterDirectory(root.resolve("it's here"));
    directory.create();
    file = new ConfigurationFile(directory);
  }

  private String text() throws IOException {
    return Files.readString(root.resolve("it's here/conf/config.yaml"));
  }

  @Test
  void listensOnLoopbackAloneUnlessToldOtherwise() throws IOException {
    file.write(DEFAULTS);
    assertThat(text())
        .contains("rest.bind-address: '127.0.0.1'")
        .contains("jobmanager.bind-host: '127.0.0.1'")
        .contains("taskmanager.bind-host: '127.0.0.1'")
        .contains("web.submit.enable: 'false'")
        .containsPattern("web.access-control-allow-origin: 'http://127.0.0.1:\\d+'")
        .contains("it''s");

    file.write(new ClusterSettings(2, 2, 0, Map.of("rest.bind-address", "0.0.0.0")));
    assertThat(text())
        .contains("rest.bind-address: '0.0.0.0'")
        .doesNotContain("bind-address: '127");
  }

  @Test
  void knowsTheOptionsOfEachJvm() {
    file.write(
        new ClusterSettings(
            2,
            2,
            0,
            Map.of(
                "env.java.opts.all", "-XX:+UseSerialGC  -Dname='x'",
                "env.java.opts.taskmanager", "-XX:TieredStopAtLevel=1")));
    assertThat(file.javaOptions("jobmanager")).containsExactly("-XX:+UseSerialGC", "-Dname='x'");
    assertThat(file.javaOptions("taskmanager"))
        .containsExactly("-XX:+UseSerialGC", "-Dname='x'", "-XX:TieredStopAtLevel=1");

    file.write(DEFAULTS);
    assertThat(file.javaOptions("client")).isEmpty();
  }

  @Test
  void logsNothingThatRepeatsWhileAFeedIsSilent() throws IOException {
    file.write(DEFAULTS);
    Properties log4j = new Properties();
    try (InputStream in = Files.newInputStream(file.log4j())) {
      log4j.load(in);
    }
    assertThat(level(log4j, "org.apache.flink.streaming.api.operators.SourceOperator"))
        .as("one line for every partition and pulse of its clock")
        .isEqualTo("WARN");
    assertThat(level(log4j, "org.apache.flink.metrics.MetricGroup"))
        .as("name collisions of committers")
        .isEqualTo("ERROR");
  }

  @Test
  void aTopicThatIsGoneDoesNotFillTheLog(@TempDir Path logs) throws IOException {
    file.write(DEFAULTS);
    Path properties = logs.resolve("log4j2.properties");
    Path log = logs.resolve("taskmanager.log");
    Files.writeString(
        properties,
        Files.readString(file.log4j())
            .replace("${sys:log.file}", log.toString())
            .replace("${sys:log.pattern}", log.toString()));
    try (LoggerContext context = new LoggerContext("flood", null, properties.toUri())) {
      context.start();
      Logger client =
          context.getLogger("org.apache.kafka.clients.consumer.internals.FetchCollector");
      for (int fetch = 0; fetch < 20_000; fetch++) {
        client.warn("Received unknown topic or partition error in fetch for partition prices-0");
      }
      client.error("something worse");
    }
    assertThat(Files.readAllLines(log))
        .hasSizeBetween(10, 200)
        .last()
        .asString()
        .contains("something worse");
  }

  /** Of the logger that is configured under exactly this name; null where none is. */
  private static String level(Properties log4j, String logger) {
    return log4j.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".name") && log4j.getProperty(key).equals(logger))
        .map(key -> log4j.getProperty(key.replaceFirst("name$", "level")))
        .findFirst()
        .orElse(null);
  }

  @Test
  void keepsItsPortsWhereTheyAreFree() throws IOException {
    file.write(DEFAULTS);
    int port = file.webPort();
    file.write(DEFAULTS);
    assertThat(file.webPort()).isEqualTo(port);

    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      file.write(DEFAULTS);
      assertThat(file.webPort()).isNotEqualTo(other.getLocalPort()).isBetween(20_000, 31_999);
    }
  }

  @Test
  void knowsWhetherARunningClusterHasOtherSettings() throws IOException {
    file.write(DEFAULTS);
    Files.createDirectories(root.resolve("it's here/checkpoints"));

    assertThatCode(() -> file.requireSame(new ClusterSettings(5, 2, 0, Map.of())))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> file.requireSame(new ClusterSettings(2, 3, 0, Map.of())))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("stop it first");
    assertThatThrownBy(() -> file.requireSame(new ClusterSettings(2, 2, 1, Map.of())))
        .isInstanceOf(ClusterException.class);
  }
}

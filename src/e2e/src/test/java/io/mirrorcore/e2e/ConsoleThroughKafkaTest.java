package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.console.Console;
import io.mirrorcore.console.ConsoleOptions;
import io.mirrorcore.console.feed.KafkaFeed;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.broker.EmbeddedBroker;
import io.mirrorcore.portfolio.record.Alert;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console over a broker that comes and goes. */
class ConsoleThroughKafkaTest {

  private static final Duration HISTORY = Duration.ofHours(24);

  @TempDir private Path directory;
  private Settings settings;

  @BeforeEach
  void make() {
    settings = Settings.parse("console.port: 0", "console.yaml");
  }

  @Test
  void showsWhatIsCommittedAndSurvivesARestartOfTheBroker() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(directory);
    String servers = broker.bootstrapServers();
    int port = Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    settings = settings.with(Map.of("kafka.bootstrap.servers", servers));
    try {
      Topics.create(Map.of("bootstrap.servers", servers), topics());
      send(servers, List.of("BEFORE"), true);
      send(servers, List.of("TAKEN_BACK"), false);
      try (Console console = console()) {
        await().forever().until(() -> arrived(console).equals(List.of("BEFORE")));
        await().forever().until(() -> !status(console).path("state").asText().equals("LOADING"));

        broker.close();
        await().forever().until(() -> status(console).path("state").asText().equals("LOST"));
        assertThat(status(console).path("error").asText()).contains(servers);
        assertThat(arrived(console)).containsExactly("BEFORE");

        broker = EmbeddedBroker.start(directory, port);
        send(servers, List.of("AFTER"), true);
        await().forever().until(() -> arrived(console).equals(List.of("BEFORE", "AFTER")));
        await().forever().until(() -> !status(console).path("state").asText().equals("LOST"));
        await().forever().until(() -> status(console).at("/outputs/alerts/records").asInt() == 2);
        assertThat(status(console).at("/inputs/prices/records").isNumber()).isTrue();
      }
    } finally {
      broker.close();
    }
  }

  private Console console() {
    InstantSource clock = InstantSource.system();
    return Console.start(
        new ConsoleOptions(settings, "test", "", Optional.empty()).setup(),
        new KafkaFeed(KafkaPlan.of(settings), HISTORY, clock));
  }

  private List<TopicSpec> topics() {
    return Arrays.stream(Topic.values())
        .map(topic -> new TopicSpec(topic.word(), 1, Map.of()))
        .toList();
  }

  /** One transaction of alerts, committed or taken back. */
  private static void send(String servers, List<String> keys, boolean commit) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "transactional.id", "console-test"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String key : keys) {
        Alert alert =
            new Alert("p", Alert.Level.INFO, key, Alert.State.FIRING, "it began", 1, 0, 1_000);
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topic.ALERTS.word(),
                    "p".getBytes(StandardCharsets.UTF_8),
                    Json.encode(alert))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  /** Keys of the alerts, in the order of what came. */
  private static List<String> arrived(Console console) throws Exception {
    List<String> keys = new ArrayList<>();
    panels(console).at("/alerts/recent").forEach(alert -> keys.add(alert.path("key").asText()));
    return keys;
  }

  private static JsonNode status(Console console) throws Exception {
    return panels(console).path("status");
  }

  private static JsonNode panels(Console console) throws Exception {
    try (InputStream snapshot = console.address().resolve("api/snapshot").toURL().openStream()) {
      return new ObjectMapper().readTree(snapshot).path("panels");
    }
  }
}

package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.registry.FakeRegistry;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.market.Bar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All topics in Avro over a broker: the same records as in JSON, and a registry that goes away. */
@ExtendWith(SharedBroker.class)
class AvroThroughKafkaTest {

  private static final String DAILY = "us-daily-prices-sample.csv.gz";
  private static final long DAY = 86_400_000L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Topic> COMPARED =
      List.of(
          Topic.SIGNALS,
          Topic.STRATEGY_RETURNS,
          Topic.WEIGHTS,
          Topic.POSITIONS,
          Topic.PERFORMANCE,
          Topic.ALERTS,
          Topic.DEAD_LETTER);

  @TempDir private Path directory;

  private static String[] lines(Topic[] inAvro, String... more) {
    List<String> lines = new ArrayList<>(List.of("bars.interval: 1d", "job.inputs: [prices]"));
    Arrays.stream(inAvro).map(topic -> "format." + topic.word() + ": avro").forEach(lines::add);
    lines.addAll(List.of(more));
    return lines.toArray(String[]::new);
  }

  private Path sample(int rows) throws IOException {
    List<String> lines = new ArrayList<>(Samples.rows(DAILY).subList(0, rows));
    lines.add("AAPL,1735592400001,1,2,1.5,NaN,5"); // one that is refused
    return Files.write(directory.resolve("prices.csv"), lines);
  }

  @Test
  void outputsAreThoseOfJsonWithAndWithoutARegistry() throws Exception {
    try (FakeRegistry registry = new FakeRegistry()) {
      Path prices = sample(3_000);
      Stage json = new Stage(directory, "as-json", lines(new Topic[0]));
      Stage plain = new Stage(directory, "as-avro", lines(Topic.values()));
      Stage named =
          new Stage(
              directory,
              "as-named",
              lines(Topic.values(), "format.registry: '" + registry.url() + "'"));
      for (Stage stage : List.of(json, plain, named)) {
        stage.succeed("feed", "--prices=" + prices, "--accept-rejects");
        stage.succeed("run", "--replay");
      }
      for (Topic topic : COMPARED) {
        assertThat(trees(plain, topic)).as(topic.name()).isEqualTo(trees(json, topic));
        assertThat(trees(named, topic)).as(topic.name()).isEqualTo(trees(json, topic));
      }
      assertThat(json.readAll(Topic.WEIGHTS)).isNotEmpty();
      assertThat(named.succeed("verify").out()).isEqualTo(json.succeed("verify").out());
      Cli watch = named.succeed("watch", "--from-beginning", "--limit=3", "--format=json");
      assertThat(watch.out().lines().toList()).hasSize(3).allMatch(line -> line.startsWith("{"));
      assertThat(raw(named, Topic.WEIGHTS))
          .isNotEmpty()
          .allSatisfy(value -> assertThat(value).startsWith(0, 0, 0, 0));
      assertThat(raw(plain, Topic.WEIGHTS).get(0)[0]).isNotEqualTo((byte) '{');
    }
  }

  private static List<JsonNode> trees(Stage stage, Topic topic) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    for (String record : stage.readAll(topic)) {
      JsonNode tree = JSON.readTree(record);
      if (topic == Topic.DEAD_LETTER) { // the names of topics differ, and the bytes as they came
        tree = ((ObjectNode) tree).without(List.of("topic", "raw"));
      }
      trees.add(tree);
    }
    return trees;
  }

  private static List<byte[]> raw(Stage stage, Topic topic) {
    Map<String, Object> client = TopicLayout.client(stage.settings());
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      String name = stage.kafka().topic(topic);
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  @Test
  void whatWasRefusedIsRepairedAsJsonAndSentAsAvro() throws Exception {
    Stage stage = new Stage(directory, "avro-repair", lines(Topic.values()));
    Path prices =
        Files.write(
            directory.resolve("two.csv"),
            List.of(
                "symbol,time,open,high,low,close,volume",
                "AAA,%d,1,1,1,1,1".formatted(DAY),
                "AAA,%d,1,NaN,1,1,1".formatted(2 * DAY),
                "AAA,%d,1,1,1,1,1".formatted(3 * DAY)));
    stage.succeed("feed", "--prices=" + prices, "--accept-rejects");
    assertThat(stage.succeed("run", "--replay").err()).contains("1 dead letters (NOT_FINITE 1)");

    Path file = directory.resolve("repair.jsonl");
    stage.succeed("redrive", "--out=" + file);
    String line = Files.readString(file);
    assertThat(line).contains("\\\"symbol\\\":\\\"AAA\\\"", "\\\"high\\\":\\\"NaN\\\"");
    Files.writeString(file, line.replace("\\\"NaN\\\"", "1.5"));
    Cli shown = stage.succeed("redrive", "--in=" + file, "--dry-run");
    assertThat(shown.out()).contains("AAA\t{\"symbol\":\"AAA\"", "\"high\":1.5");
    assertThat(stage.succeed("redrive", "--in=" + file).err()).contains("sent 1 records");
    List<byte[]> sent = raw(stage, Topic.PRICES);
    assertThat(sent).hasSize(4).allSatisfy(value -> assertThat(value[0]).isNotEqualTo((byte) '{'));
    assertThat(stage.readAll(Topic.PRICES)).filteredOn(json -> json.contains("1.5")).hasSize(1);
  }

  @Test
  void aRegistryThatIsDownIsOneSentenceBeforeTheStart() throws Exception {
    String url;
    try (FakeRegistry registry = new FakeRegistry()) {
      url = registry.url();
    }
    Stage stage =
        new Stage(
            directory,
            "no-registry",
            lines(new Topic[] {Topic.WEIGHTS}, "format.registry: '" + url + "'"));
    stage.succeed("feed", "--prices=" + sample(300), "--accept-rejects");
    Cli run = stage.run("run", "--replay");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.contains("registry")).toList())
        .singleElement()
        .asString()
        .startsWith("the schema registry at " + url + " does not answer (");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();
  }

  @Test
  void aRegistryThatGoesAwayEndsTheJobAndRefusesNoRecord() throws Exception {
    try (FakeRegistry registry = new FakeRegistry()) {
      Stage stage =
          new Stage(
              directory,
              "lost-registry",
              lines(
                  new Topic[] {Topic.PRICES},
                  "format.registry: '" + registry.url() + "'",
                  "job.parallelism: 1",
                  "job.max-restarts: 2",
                  "time.idle-timeout: 1d"));
      try (LocalJob job = stage.start();
          EventSender sender = new EventSender(stage.kafka())) {
        send(sender, 1);
        await()
            .forever()
            .until(() -> job.isOver() || registry.questions().contains("GET /schemas/ids/1"));
        assertThat(job.isOver()).isFalse();
        registry.answersWith(503);
        sendOfAnotherSchema(stage);
        assertThatThrownBy(job::await)
            .hasStackTraceContaining("the schema registry at " + registry.url())
            .hasStackTraceContaining("HTTP 503");
      }
      assertThat(stage.readAll(Topic.DEAD_LETTER)).isEmpty();
    }
  }

  private static void send(EventSender sender, int days) {
    for (int day = 1; day <= days; day++) {
      sender.send(
          RecordKind.BAR, "AAA", WireJson.bar(new Bar("AAA", day * DAY, 100, 101, 99, 100, 1)));
    }
    sender.flush();
  }

  /** Of an id that nobody has asked for yet. */
  private static void sendOfAnotherSchema(Stage stage) throws Exception {
    Properties client = new Properties();
    client.put("bootstrap.servers", SharedBroker.servers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] value = {0, 0, 0, 0, 2, 2, 'A'};
      producer
          .send(
              new ProducerRecord<>(
                  stage.kafka().topic(Topic.PRICES), "AAA".getBytes(StandardCharsets.UTF_8), value))
          .get();
    }
  }
}

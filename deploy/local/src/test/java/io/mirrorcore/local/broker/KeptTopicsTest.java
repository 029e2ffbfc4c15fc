package io.mirrorcore.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broker keeps of the topics that {@code topics create} makes. */
class KeptTopicsTest {

  private static EmbeddedBroker broker;
  private static Map<String, Object> client;

  @BeforeAll
  static void startWithABusyCleaner() throws Exception {
    broker = EmbeddedBroker.startTemporary();
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      var everyBroker = new ConfigResource(ConfigResource.Type.BROKER, "");
      var backoff = new ConfigEntry("log.cleaner.backoff.ms", "50");
      admin
          .incrementalAlterConfigs(
              Map.of(everyBroker, List.of(new AlterConfigOp(backoff, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /**
   * Each record has a segment of its own, because its time stamp is days from the one before; the
   * last segment is the active one, which a broker leaves alone.
   */
  @ParameterizedTest
  @EnumSource(names = {"WEIGHTS", "POSITIONS"})
  void theNewestOfAPortfolioStaysForEverAndTheHistoryForAWeek(Topic topic) throws Exception {
    Map<String, String> config = new HashMap<>(topic.settings());
    config.put("segment.ms", "3600000");
    config.put("min.cleanable.dirty.ratio", "0.0001");
    Topics.create(client, List.of(new TopicSpec(topic.word(), 1, config)));
    send(topic, "resting", 30);
    send(topic, "main", 20);
    send(topic, "main", 10);
    send(topic, "main", 3);
    send(topic, "main", 2);
    send(topic, "other", 0);

    // What the cleaner may take, it takes in one pass: afterwards the rest has been spared.
    await().forever().until(() -> !read(topic).contains("main 20"));
    assertThat(read(topic)).containsExactly("resting 30", "main 10", "main 3", "main 2", "other 0");
  }

  @Test
  void everythingElseIsKeptByAgeAlone() {
    assertThat(Topic.STRATEGY_RETURNS.settings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", Long.toString(Duration.ofDays(365).toMillis()));
    assertThat(Topic.ALERTS.settings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", Long.toString(Duration.ofDays(90).toMillis()));
  }

  private static void send(Topic topic, String portfolio, int daysAgo) throws Exception {
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      // By the wall clock, since it is by that that a broker tells how old a record is.
      long time = System.currentTimeMillis() - Duration.ofDays(daysAgo).toMillis();
      producer
          .send(new ProducerRecord<>(topic.word(), 0, time, portfolio, portfolio + " " + daysAgo))
          .get();
    }
  }

  private static List<String> read(Topic topic) {
    TopicPartition partition = new TopicPartition(topic.word(), 0);
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}

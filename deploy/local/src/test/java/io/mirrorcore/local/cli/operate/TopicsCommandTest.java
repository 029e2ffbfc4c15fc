package io.mirrorcore.local.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.local.broker.EmbeddedBroker;
import io.mirrorcore.local.cli.CommandLineRun;
import io.mirrorcore.market.Bar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicsCommandTest {

  private static final long NOON = 1_700_000_000_000L;

  private static EmbeddedBroker broker;
  private static Map<String, Object> client;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.startTemporary();
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Topics have the names that the prefix makes, so that tests do not meet. */
  private static CommandLineRun run(String prefix, String... command) {
    List<String> arguments = new ArrayList<>(List.of("topics"));
    arguments.addAll(Arrays.asList(command));
    arguments.add("--set=kafka.bootstrap.servers=" + broker.bootstrapServers());
    for (Topic topic : Topic.values()) {
      arguments.add("--set=topics." + topic.word() + "=" + prefix + "-" + topic.word());
    }
    return CommandLineRun.of(arguments.toArray());
  }

  private static void alter(String topic, String setting, String value) throws Exception {
    try (Admin admin = Admin.create(client)) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
    // The controller knows of a change before the broker that is asked.
    await()
        .forever()
        .until(
            () ->
                value.equals(
                    Topics.describe(client, List.of(topic)).get(0).inForce().get(setting)));
  }

  private static void send(String topic, long stamp, long time) throws Exception {
    byte[] bar = WireJson.bar(new Bar("A", time, 1, 1, 1, 1, 1));
    byte[] key = "A".getBytes(StandardCharsets.UTF_8);
    try (var producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, stamp, key, bar)).get();
    }
  }

  @Test
  void describesTopicsThatAreAsTheyShouldBeWithoutAWordMore() {
    assertThat(run("good", "create", "--partitions=2", "--replication=1").exitCode()).isZero();
    CommandLineRun described = run("good", "describe");
    assertThat(described.exitCode()).isZero();
    assertThat(described.out().lines()).hasSize(1 + Topic.values().length);
    assertThat(described.out())
        .contains("{cleanup.policy=compact, min.compaction.lag.ms=604800000}");
  }

  @Test
  void saysWhichSettingsDifferAndHowTheyAreCorrected() throws Exception {
    run("other", "create");
    alter("other-weights", "cleanup.policy", "compact,delete");
    assertThat(run("other", "describe").out().lines())
        .contains(
            "cleanup.policy of topic other-weights is compact,delete, should be compact:"
                + " kafka-configs --alter --topic other-weights --add-config"
                + " cleanup.policy=compact");
  }

  @Test
  void saysWhereTimesFarAheadCannotBeTold() throws Exception {
    run("blind", "create");
    send("blind-prices", NOON, NOON);
    String warning = "time.max-ahead cannot work on topic blind-prices";
    assertThat(run("blind", "describe").out()).contains(warning);
    send("blind-prices", NOON + 1, NOON);
    assertThat(run("blind", "describe").out()).doesNotContain(warning);
  }

  @Test
  void takesTheStampsOfTheBrokerAtTheirWord() throws Exception {
    run("stamped", "create");
    alter("stamped-prices", "message.timestamp.type", "LogAppendTime");
    send("stamped-prices", NOON, NOON);
    assertThat(run("stamped", "describe").out()).doesNotContain("max-ahead");
  }

  @Test
  void saysThatThereAreNotEnoughBrokersForSoManyCopies() {
    CommandLineRun created = run("copies", "create", "--replication=2");
    assertThat(created.exitCode()).isEqualTo(1);
    assertThat(created.err()).contains("could not create topic").contains("replication factor");
    assertThat(run("copies", "create", "--replication=0").err())
        .contains("--replication must be at least 1; have 0");
  }
}

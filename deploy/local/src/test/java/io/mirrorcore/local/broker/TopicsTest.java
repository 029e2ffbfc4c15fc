package io.mirrorcore.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.TopicDetails;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicsTest {

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

  @Test
  void makesTopicsWithTheirPartitionsAndSettings() {
    Map<String, String> config =
        Map.of("retention.ms", "86400000", "cleanup.policy", "compact,delete");
    assertThat(Topics.create(client, List.of(new TopicSpec("weights", 3, config))))
        .containsExactly("weights");
    TopicDetails details = Topics.describe(client, List.of("weights")).get(0);
    assertThat(details.partitions()).isEqualTo(3);
    assertThat(details.replicas()).isEqualTo(1);
    assertThat(details.config()).containsExactlyInAnyOrderEntriesOf(config);
  }

  @Test
  void knowsATopicOnceItIsMade() {
    for (int i = 0; i < 20; i++) {
      List<String> names = List.of("known-%d-a".formatted(i), "known-%d-b".formatted(i));
      Topics.create(client, names.stream().map(name -> new TopicSpec(name, 4, Map.of())).toList());
      assertThat(Topics.missing(client, names)).isEmpty();
    }
  }

  @Test
  void leavesTopicsThatExistAsTheyAre() {
    Topics.create(client, List.of(new TopicSpec("prices", 2, Map.of())));
    assertThat(
            Topics.create(
                client,
                List.of(new TopicSpec("prices", 5, Map.of()), new TopicSpec("ticks", 1, Map.of()))))
        .containsExactly("ticks");
    assertThat(Topics.describe(client, List.of("prices")).get(0).partitions()).isEqualTo(2);
  }

  @Test
  void namesTheTopicsThatAreMissing() {
    Topics.create(client, List.of(new TopicSpec("signals", 1, Map.of())));
    List<String> wanted = List.of("nowhere", "signals", "neither");
    assertThat(Topics.missing(client, wanted)).containsExactly("nowhere", "neither");
    assertThatThrownBy(() -> Topics.require(client, wanted, List.of()))
        .isInstanceOf(BrokerException.class)
        .hasMessage(
            "Kafka at "
                + broker.bootstrapServers()
                + " has no topics nowhere, neither:"
                + " make it with topics create, or correct the names under topics");
    Topics.require(client, List.of("signals"), List.of("signals"));
    assertThat(Topics.missing(client, List.of("nowhere"))).containsExactly("nowhere");
  }

  @Test
  void describesOnlyWhatExists() {
    assertThatThrownBy(() -> Topics.describe(client, List.of("absent")))
        .isInstanceOf(BrokerException.class)
        .hasMessage(
            "Kafka at "
                + broker.bootstrapServers()
                + " has no such topic: could not describe topic absent");
  }

  @Test
  void saysThatNoBrokerAnswers() throws IOException {
    try (LoopbackSockets sockets = new LoopbackSockets()) {
      String silent = "127.0.0.1:" + sockets.bind();
      Map<String, Object> props =
          Map.of("bootstrap.servers", silent, "default.api.timeout.ms", 1500);
      assertThatThrownBy(() -> Topics.missing(props, List.of("prices")))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "No Kafka broker answered at "
                  + silent
                  + " within 1.5 seconds: something listens there, so check"
                  + " kafka.security.protocol (PLAINTEXT)");
    }
  }

  @Test
  void saysWhatKafkaDoesNotLike() {
    TopicSpec wrong = new TopicSpec("alerts", 1, Map.of("retention.ms", "soon"));
    assertThatThrownBy(() -> Topics.create(client, List.of(wrong)))
        .isInstanceOf(BrokerException.class)
        .hasMessageStartingWith(
            "The Kafka broker at " + broker.bootstrapServers() + " could not create topic alerts:")
        .hasMessageContaining("retention.ms");
  }

  @Test
  void saysThatClientSettingsCannotBeUsed() {
    assertThatThrownBy(
            () -> Topics.missing(Map.of("bootstrap.servers", "no-port"), List.of("prices")))
        .isInstanceOf(BrokerException.class)
        .hasMessageStartingWith("The Kafka client settings cannot be used: ")
        .hasMessageContaining("no-port");
  }
}

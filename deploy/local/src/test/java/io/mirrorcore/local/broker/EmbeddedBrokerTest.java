package io.mirrorcore.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final List<TopicSpec> ONE_TOPIC = List.of(new TopicSpec("events", 2, Map.of()));

  @TempDir Path dir;

  @Test
  void readCommittedConsumersSeeCommittedTransactionsOnly() {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Topics.create(client(broker), ONE_TOPIC);
      try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
        produce(producer, "aborted");
        producer.abortTransaction();
        produce(producer, "committed");
        producer.commitTransaction();
      }
      assertThat(consume(broker, 3)).containsExactly("committed-0", "committed-1", "committed-2");
    }
  }

  @Test
  void keepsTopicsAndRecordsForTheNextBrokerOnItsDirectory() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      Topics.create(client(broker), ONE_TOPIC);
      try (KafkaProducer<String, String> producer = transactionalProducer(broker)) {
        produce(producer, "kept");
        producer.commitTransaction();
      }
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      assertThat(Topics.missing(client(broker), List.of("events"))).isEmpty();
      assertThat(consume(broker, 3)).containsExactly("kept-0", "kept-1", "kept-2");
    }
  }

  @Test
  void leavesNeitherThreadsNorFilesBehind() {
    Set<Thread> before = userThreads();
    EmbeddedBroker broker = EmbeddedBroker.startTemporary();
    Path data = broker.dir();
    assertThat(data).isNotEmptyDirectory();
    broker.close();
    broker.close();
    Set<Thread> after = userThreads();
    after.removeAll(before);
    assertThat(after).isEmpty();
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void twoBrokersOfOneJvmDoNotMeet() {
    try (EmbeddedBroker one = EmbeddedBroker.startTemporary();
        EmbeddedBroker other = EmbeddedBroker.startTemporary()) {
      Topics.create(client(one), ONE_TOPIC);
      assertThat(Topics.missing(client(one), List.of("events"))).isEmpty();
      assertThat(Topics.missing(client(other), List.of("events"))).containsExactly("events");
    }
  }

  @Test
  void refusesADirectoryThatAnotherBrokerUses() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(dir))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "The embedded Kafka broker did not start in "
                  + dir
                  + ": another broker uses this directory");
      assertThat(Topics.missing(client(broker), List.of("events"))).containsExactly("events");
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary();
        Socket socket = new Socket()) {
      int port = URI.create("kafka://" + broker.bootstrapServers()).getPort();
      // 127.0.0.2 is another address of this machine: a wildcard socket would answer there.
      var elsewhere =
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), port);
      assertThatThrownBy(() -> socket.connect(elsewhere, 1000)).isInstanceOf(Exception.class);
    }
  }

  private static Set<Thread> userThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static KafkaProducer<String, String> transactionalProducer(EmbeddedBroker broker) {
    var producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "broker-test"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  private static void produce(KafkaProducer<String, String> producer, String value) {
    producer.beginTransaction();
    for (int i = 0; i < 3; i++) {
      var sent = producer.send(new ProducerRecord<>("events", "key", value + "-" + i));
      producer.flush();
      assertThat(sent).isDone();
    }
  }

  private static List<String> consume(EmbeddedBroker broker, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "group.id",
            "broker-test",
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            "read_committed");
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("events"));
      while (values.size() < count) {
        for (ConsumerRecord<String, String> next : consumer.poll(Duration.ofMillis(200))) {
          values.add(next.value());
        }
      }
    }
    return values;
  }
}

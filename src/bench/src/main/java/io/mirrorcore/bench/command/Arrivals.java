package io.mirrorcore.bench.command;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import io.mirrorcore.jobs.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of the weights that notes how late each comes. */
final class Arrivals implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<Long> delaysMs = new ArrayList<>();
  private final CompletableFuture<Void> reading;
  private volatile boolean ended;

  Arrivals(Settings settings) {
    Map<String, Object> client = TopicLayout.client(settings);
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer =
        new KafkaConsumer<>(
            client, new ByteArrayDeserializer(), TopicNames.values(settings, Topic.WEIGHTS));
    String topic = TopicNames.of(settings, Topic.WEIGHTS);
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList());
    reading = CompletableFuture.runAsync(this::read);
  }

  /** The only field that counts here. */
  private record Stamped(long time) {}

  private void read() {
    while (!ended) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        long now = System.currentTimeMillis();
        delaysMs.add(now - Json.decode(record.value(), Stamped.class).time());
      }
    }
  }

  /** Milliseconds from the close of a bar to here, in the order of arrival. */
  List<Long> end() {
    ended = true;
    reading.join();
    return List.copyOf(delaysMs);
  }

  @Override
  public void close() {
    ended = true;
    reading.join();
    consumer.close();
  }
}

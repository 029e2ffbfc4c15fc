package io.mirrorcore.console.feed;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The outputs of a job, read committed, by one thread and one consumer that is in no group: it
 * leaves no trace. The inputs are not read; only their ends are looked at.
 *
 * <p>A consumer does not say that Kafka is gone, it just hears nothing. What says so is the look at
 * the ends, once a second.
 */
public final class KafkaFeed implements Feed {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int PATIENCE_MS = 3_000;
  private static final long AGAIN_MS = 1_000;
  private static final int RECORDS = 2_000;

  private final KafkaPlan kafka;
  private final Duration history;
  private final InstantSource clock;
  private final Thread thread = new Thread(this::run, "console-feed");
  private final CountDownLatch closing = new CountDownLatch(1);
  private Listener listener;
  private Outputs outputs;
  private boolean lost;
  private List<String> missing = List.of();

  /**
   * @param history how far back records are read before those that come
   */
  public KafkaFeed(KafkaPlan kafka, Duration history, InstantSource clock) {
    this.kafka = kafka;
    this.history = history;
    this.clock = clock;
    thread.setDaemon(true);
  }

  @Override
  public void start(Listener newListener) {
    listener = newListener;
    thread.start();
  }

  private void run() {
    while (isOpen()) {
      try (Consumer<byte[], byte[]> consumer =
              new KafkaConsumer<>(client(), new ByteArrayDeserializer(), kafka.values());
          Admin admin = Admin.create(client())) {
        listen(consumer, new InputEnds(admin, clock));
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        lose();
        rest();
      } catch (RuntimeException e) {
        // Numbers that stand still without a sign would be believed.
        listener.lost("The console reads no more: " + e + "; start it again.");
        throw e;
      }
    }
  }

  /** Until it is closed, or the consumer is of no use any more. */
  private void listen(Consumer<byte[], byte[]> consumer, InputEnds inputs) {
    Outputs began = outputs == null ? new Outputs(kafka, history, clock) : outputs;
    began.assign(consumer);
    outputs = began; // its places are known: another consumer goes on from them
    while (isOpen()) {
      hear(consumer);
      outputs.lookForMore(consumer);
      tellMissing();
      switch (inputs.look(outputs.inputs())) {
        case LOST -> lose();
        case FOUND -> find(inputs);
        case WAITING -> {}
      }
    }
  }

  private void tellMissing() {
    if (!outputs.missing().equals(missing)) {
      missing = outputs.missing();
      listener.missing(missing);
    }
  }

  private void hear(Consumer<byte[], byte[]> consumer) {
    List<Heard> heard = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      if (record.value() != null) { // a tombstone says nothing
        heard.add(heard(record));
      }
    }
    if (!heard.isEmpty()) {
      listener.heard(heard);
    }
    outputs.read(consumer).ifPresent(listener::read);
  }

  private Heard heard(ConsumerRecord<byte[], byte[]> record) {
    Topic topic = outputs.topic(record.topic());
    return new Heard(topic, record.timestamp(), clock.millis(), record.value());
  }

  private void lose() {
    if (!lost) {
      lost = true;
      listener.lost(
          "Kafka at %s does not answer; the page goes on when it does."
              .formatted(kafka.client().get("bootstrap.servers")));
    }
  }

  private void find(InputEnds inputs) {
    if (lost) {
      lost = false;
      listener.back();
    }
    listener.inputs(inputs.ends());
  }

  private Properties client() {
    Properties client = new Properties();
    client.putAll(kafka.client());
    client.remove(ConsumerConfig.GROUP_ID_CONFIG);
    client.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
    client.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    client.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return client;
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void rest() {
    try {
      closing.await(AGAIN_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

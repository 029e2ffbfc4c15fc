package io.mirrorcore.jobs.topology.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The membership by which a running job shows that its identity is in use. It reads nothing; it
 * ends with {@link #close}, or {@link ClaimHolder#SESSION} after the process has died.
 *
 * <p>A claim that cannot be held is logged and does not stop a job: it guards against a second one,
 * and nothing that the first writes depends on it.
 */
final class HeldClaim implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldClaim.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String group;
  private final Thread thread;

  private HeldClaim(KafkaConsumer<byte[], byte[]> consumer, String group, String topic) {
    this.consumer = consumer;
    this.group = group;
    thread = new Thread(() -> hold(topic), group);
    thread.setDaemon(true);
  }

  /**
   * Joins the group, in a thread of its own.
   *
   * @param client properties of every client
   * @param group that nothing but claims of this identity joins
   * @param topic one that exists and that the user may read: Kafka has no membership without
   * @param job id by which Flink knows the job
   * @param writes what the job writes
   */
  static HeldClaim take(
      Properties client, String group, String topic, String job, WrittenPortfolios writes) {
    Properties properties = properties(client, group);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, ClaimHolder.clientId(job, host(), writes));
    HeldClaim claim = new HeldClaim(new KafkaConsumer<>(properties), group, topic);
    claim.thread.start();
    return claim;
  }

  private static Properties properties(Properties client, String group) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) ClaimHolder.SESSION.toMillis());
    properties.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) ClaimHolder.SESSION.toMillis() / 5);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return properties;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private void hold(String topic) {
    try (consumer) {
      consumer.subscribe(List.of(topic), new Pausing());
      while (true) {
        consumer.poll(POLL);
      }
    } catch (WakeupException e) {
      LOG.debug("{} is given back", group);
    } catch (KafkaException e) {
      LOG.warn(
          "The job runs on without its claim to its identity ({}): a second one would not be refused",
          group,
          e);
    }
  }

  /** Whoever is assigned partitions and does not fetch from them costs the broker nothing. */
  private final class Pausing implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
  }

  /** Leaves the group, so that the next job under this identity may start at once. */
  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

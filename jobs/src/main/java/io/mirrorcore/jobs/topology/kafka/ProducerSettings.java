package io.mirrorcore.jobs.topology.kafka;

import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How every topic is written; what the user sets for the clients of Kafka wins. */
public final class ProducerSettings {

  private ProducerSettings() {}

  /** Properties of the producers of a job. */
  public static Properties of(KafkaPlan kafka) {
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    // The order under a key is part of the promise, also when the first batch to a topic just made
    // is retried: a broker that does not know the producer yet would accept the second before it.
    properties.setProperty(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.putAll(kafka.client());
    properties.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Long.toString(kafka.transactionTimeout().toMillis()));
    return properties;
  }
}

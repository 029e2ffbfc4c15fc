package io.mirrorcore.local.feed;

import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends input records to their topics, keyed by symbol, so that the records of one symbol keep
 * their order. The first failed send is thrown at the next call.
 */
public final class EventSender implements AutoCloseable {

  private final KafkaPlan kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<RecordKind, ValueWriter> writers = new EnumMap<>(RecordKind.class);
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private long sent;

  public EventSender(KafkaPlan kafka) {
    this.kafka = kafka;
    for (RecordKind kind : RecordKind.values()) {
      writers.put(kind, new ValueWriter(kafka.format(Topic.of(kind))));
    }
    Properties properties = new Properties();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    // With more in flight, a first batch that meets a topic just made is retried behind the second,
    // which a broker that does not know the producer yet accepts: the retry is then out of order
    // for ever.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
    properties.putAll(kafka.client());
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends one record in the format of its topic; its Kafka timestamp is the time of sending.
   *
   * @param json the record; what is none of its schema, or is Avro already, is sent as it is
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure
  public void send(RecordKind kind, String symbol, byte[] json) {
    throwFailure();
    byte[] value = writers.get(kind).ofJson(json);
    producer.send(
        new ProducerRecord<>(kafka.topic(kind), symbol.getBytes(StandardCharsets.UTF_8), value),
        (metadata, error) -> {
          if (error != null) {
            failure.compareAndSet(null, error);
          }
        });
    sent++;
  }

  /** Records handed over so far. */
  public long sent() {
    return sent;
  }

  /** Waits until Kafka has acknowledged everything. */
  public void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    Exception error = failure.get();
    if (error != null) {
      throw new BrokerException(
          "Kafka did not take a record: " + BrokerException.innermost(error), error);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

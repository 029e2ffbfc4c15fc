import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.paper.OrderGateway;
import io.mirrorcore.paper.PaperOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads orders as a program that acts on them must: only what is committed, and a place is kept
 * only once all before it was handed on. After a crash some orders are handed on again.
 */
public final class ReadOrders implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<byte[], byte[]> orders;
  private final OrderGateway gateway;

  /**
   * @param client Kafka's properties, with a group.id of the gateway's own
   * @param topic of orders
   */
  public ReadOrders(Properties client, String topic, OrderGateway gateway) {
    this.gateway = gateway;
    Properties reading = new Properties();
    reading.putAll(client);
    reading.put("isolation.level", "read_committed");
    reading.put("enable.auto.commit", "false");
    reading.put("auto.offset.reset", "earliest");
    orders =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    orders.subscribe(List.of(topic));
  }

  /**
   * Hands on what comes within {@code wait}.
   *
   * @return how many records that were
   */
  public int once(Duration wait) throws IOException {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : orders.poll(wait)) {
      handOn(JSON.readValue(record.value(), PaperOrder.class));
      count++;
    }
    orders.commitSync();
    return count;
  }

  /** Only a new order is sent; one that was filled on paper may still be open at the broker. */
  private void handOn(PaperOrder order) {
    switch (order.state()) {
      case SENT -> gateway.send(order);
      case REPLACED, OUTSIDE_BAND, HALTED -> gateway.cancel(order);
    }
  }

  @Override
  public void close() {
    orders.close();
  }
}

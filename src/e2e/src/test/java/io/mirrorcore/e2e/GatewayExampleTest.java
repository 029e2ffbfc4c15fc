package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.paper.OrderGateway;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.paper.PaperOrder.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of a gateway, between the topic of orders and a broker that writes down its calls.
 */
@ExtendWith(SharedBroker.class)
class GatewayExampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ORDERS = 40;

  @TempDir private Path directory;

  /** A broker that is lost in the middle, once. */
  private static final class Venue {

    private final Map<String, Double> taken = new LinkedHashMap<>();
    private final Set<String> cancelled = new LinkedHashSet<>();
    private int copies;
    private int until = Integer.MAX_VALUE;

    Object call(String method, Object[] with) {
      String id = (String) with[0];
      switch (method) {
        case "knows" -> {
          copies += taken.containsKey(id) ? 1 : 0;
          return taken.containsKey(id);
        }
        case "market" -> {
          if (taken.size() == until) {
            until = Integer.MAX_VALUE;
            throw new IllegalStateException("connection lost");
          }
          assertThat(taken.put(id, (double) with[2])).as(id + " was sent twice").isNull();
        }
        case "cancel" -> cancelled.add(id);
        default -> throw new AssertionError(method);
      }
      return null;
    }
  }

  @Test
  void theBrokerGetsEveryOrderOnceAlthoughTheGatewayIsEndedInTheMiddle() throws Exception {
    Stage stage = new Stage(directory, 1, "gateway", connection(), List.of());
    String topic = stage.kafka().topic(Topic.ORDERS);
    List<PaperOrder> orders = orders();
    send(topic, orders);
    Properties client = new Properties();
    client.put("bootstrap.servers", SharedBroker.servers());
    client.put("group.id", "gateway-of-the-example");
    Venue venue = new Venue();
    try (GatewayExample example = GatewayExample.compile(directory)) {
      OrderGateway gateway =
          example.gateway((proxy, method, with) -> venue.call(method.getName(), with));
      venue.until = 25;
      assertThatThrownBy(() -> example.read(client, topic, gateway, 60))
          .hasStackTraceContaining("connection lost");
      assertThat(venue.taken).hasSize(25);
      while (venue.taken.size() < ORDERS || venue.cancelled.size() < ORDERS / 4) {
        example.read(client, topic, gateway, 1);
      }
      assertThat(example.read(client, topic, gateway, 3)).as("all is handed on").isZero();
    }
    assertThat(venue.copies).isEqualTo(25);
    List<String> ids = new ArrayList<>();
    for (PaperOrder order : orders) {
      if (order.state() == State.SENT) {
        ids.add("main-" + order.order());
        assertThat(venue.taken.get("main-" + order.order())).isEqualTo(order.quantity());
      }
    }
    assertThat(venue.taken.keySet()).containsExactlyElementsOf(ids);
    assertThat(venue.cancelled).hasSize(ORDERS / 4).contains("main-4");
  }

  private static List<String> connection() {
    return List.of("kafka.bootstrap.servers: " + SharedBroker.servers());
  }

  /** Every fourth is taken back. */
  private static List<PaperOrder> orders() throws Exception {
    List<PaperOrder> orders = new ArrayList<>();
    for (int i = 1; i <= ORDERS; i++) {
      orders.add(new PaperOrder("main", i, i, "S" + i, i - 20.5, 100, State.SENT));
      if (i % 4 == 0) {
        orders.add(new PaperOrder("main", i + 1, i, "S" + i, i - 20.5, 100, State.REPLACED));
      }
    }
    JsonNode first = JSON.readTree(Json.encode(orders.get(0)));
    assertThat(first.get("state").textValue()).isEqualTo("SENT");
    return orders;
  }

  private static void send(String topic, List<PaperOrder> orders) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedBroker.servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (PaperOrder order : orders) {
        byte[] key = "main".getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic, key, Json.encode(order))).get();
      }
    }
  }
}

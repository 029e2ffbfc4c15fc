package io.mirrorcore.jobs.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/**
 * What Kafka's own clients think of the properties under {@code kafka}, without asking a broker.
 *
 * @param refused one sentence for each value that a client would not start with
 * @param unknown names that no client knows; they may be meant for a plug-in
 */
public record ClientProperties(List<String> refused, List<String> unknown) {

  private static final List<ConfigDef> CLIENTS =
      List.of(
          AdminClientConfig.configDef(), ConsumerConfig.configDef(), ProducerConfig.configDef());

  public static ClientProperties of(Properties given) {
    Map<String, String> values = new TreeMap<>();
    given.stringPropertyNames().stream()
        .filter(name -> !given.getProperty(name).contains("${")) // a secret, not read here
        .forEach(name -> values.put(name, given.getProperty(name)));
    List<String> refused =
        CLIENTS.stream()
            .flatMap(client -> client.validate(values).stream())
            .filter(value -> values.containsKey(value.name()) && !value.errorMessages().isEmpty())
            .map(ClientProperties::sentence)
            .distinct()
            .sorted()
            .toList();
    List<String> unknown = new ArrayList<>(values.keySet());
    unknown.removeIf(name -> CLIENTS.stream().anyMatch(c -> c.configKeys().containsKey(name)));
    return new ClientProperties(refused, List.copyOf(unknown));
  }

  private static String sentence(ConfigValue value) {
    return "kafka.%s is refused by Kafka's clients: %s"
        .formatted(value.name(), value.errorMessages().get(0));
  }
}

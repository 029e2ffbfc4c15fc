package io.mirrorcore.jobs.config.key;

import io.mirrorcore.jobs.topic.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the values of each topic are written, and where the schemas of writers are. */
public final class FormatKeys {

  private static final Pattern URL = Pattern.compile("https?://[^\\s?#@]+");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  /** What is on a topic. */
  public enum Format {
    JSON,
    AVRO
  }

  private static final Map<Topic, ConfigKey<Format>> FORMATS = formats();

  public static final ConfigKey<String> URL_OF_REGISTRY =
      open(
          "format.registry",
          ValueType.text("an address, http://host:port or https://host:port", URL),
          "Schema registry of topics in Avro, whose values then name their schema; when not set,"
              + " all values have the one schema of their topic and nothing before it.");
  public static final ConfigKey<String> AUTHORIZATION =
      open(
          "format.registry-authorization",
          ValueType.text("a reference, ${file:/path} or ${env:NAME}", REFERENCE),
          "Secret that the registry is sent as HTTP header Authorization, as in Basic dTpw.");

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private FormatKeys() {}

  /** How the values of a topic are written. */
  public static ConfigKey<Format> of(Topic topic) {
    return FORMATS.get(topic);
  }

  private static Map<Topic, ConfigKey<Format>> formats() {
    Map<Topic, ConfigKey<Format>> keys = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      ConfigKey<Format> option =
          ConfigKey.of(
              "format." + topic.word(),
              ValueType.choice(Format.class),
              "json",
              "How the values of the topic of %s are written.".formatted(topic.word()));
      IN_ORDER.add(option);
      keys.put(topic, option);
    }
    return keys;
  }

  private static ConfigKey<String> open(String key, ValueType<String> type, String description) {
    ConfigKey<String> option = ConfigKey.open(key, type, description);
    IN_ORDER.add(option);
    return option;
  }
}

package io.mirrorcore.jobs.config.key;

import io.mirrorcore.jobs.config.settings.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every option, in the order of a printed file. The keys whose names a user chooses (portfolios,
 * costs per pattern, parameters of strategies, properties of Kafka) are read by {@link Settings}.
 */
public final class ConfigKeys {

  /** All of them. */
  public static final List<ConfigKey<?>> ALL =
      Stream.of(
              PipelineKeys.ALL,
              StrategyKeys.ALL,
              EnsembleKeys.ALL,
              BacktestKeys.ALL,
              ConsoleKeys.ALL,
              PaperKeys.ALL,
              FormatKeys.ALL)
          .<ConfigKey<?>>flatMap(List::stream)
          .toList();

  private static final Map<String, ConfigKey<?>> BY_KEY = byKey();

  private ConfigKeys() {}

  /** The option of that key, or null. */
  public static ConfigKey<?> of(String key) {
    return BY_KEY.get(key);
  }

  private static Map<String, ConfigKey<?>> byKey() {
    Map<String, ConfigKey<?>> options = new LinkedHashMap<>();
    for (ConfigKey<?> option : ALL) {
      if (options.put(option.key(), option) != null) {
        throw new IllegalStateException("two options have the key " + option.key());
      }
    }
    return Collections.unmodifiableMap(options);
  }
}

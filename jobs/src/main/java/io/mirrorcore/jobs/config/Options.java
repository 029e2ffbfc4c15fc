package io.mirrorcore.jobs.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every option, in the order of a printed file. The keys whose names a user chooses (portfolios,
 * costs per pattern, parameters of strategies, properties of Kafka) are read by {@link Settings}.
 */
public final class Options {

  /** All of them. */
  public static final List<Option<?>> ALL =
      Stream.of(PipelineOptions.ALL, StrategyOptions.ALL, EnsembleOptions.ALL, BacktestOptions.ALL)
          .<Option<?>>flatMap(List::stream)
          .toList();

  private static final Map<String, Option<?>> BY_KEY = byKey();

  private Options() {}

  /** The option of that key, or null. */
  static Option<?> of(String key) {
    return BY_KEY.get(key);
  }

  private static Map<String, Option<?>> byKey() {
    Map<String, Option<?>> options = new LinkedHashMap<>();
    for (Option<?> option : ALL) {
      if (options.put(option.key(), option) != null) {
        throw new IllegalStateException("two options have the key " + option.key());
      }
    }
    return Collections.unmodifiableMap(options);
  }
}

package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parameters of strategies that a tuning tries together: each makes strategy returns of its own,
 * over which all trials are made.
 *
 * @param parameters values by key, as {@code UT_BOT.atr-period}; none for the strategies as they
 *     are
 */
public record StrategyVariant(SortedMap<String, String> parameters) {

  /** The strategies as they are configured. */
  public static final StrategyVariant NONE = new StrategyVariant(new TreeMap<>());

  private static final String PREFIX = "strategies.";

  /** Each makes all strategy returns anew. */
  private static final int MOST = 1_000;

  public StrategyVariant {
    parameters = new TreeMap<>(parameters);
  }

  /**
   * Every combination.
   *
   * @param values by key, separated by commas; one given twice is tried once
   * @throws BacktestException where a key has no value, or there are more than {@value #MOST}
   */
  public static List<StrategyVariant> of(Map<String, String> values) {
    List<StrategyVariant> all = List.of(NONE);
    for (Map.Entry<String, String> key : new TreeMap<>(values).entrySet()) {
      List<StrategyVariant> longer = new ArrayList<>();
      for (StrategyVariant shorter : all) {
        list(key).forEach(value -> longer.add(shorter.and(key.getKey(), value)));
      }
      all = longer;
      if (all.size() > MOST) {
        throw new BacktestException(
            "--strategy asks for more than %,d combinations, each of which runs all strategies anew: give fewer values"
                .formatted(MOST));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> list(Map.Entry<String, String> key) {
    List<String> list =
        List.copyOf(
            new LinkedHashSet<>(
                List.of(key.getValue().split(",", -1)).stream().map(String::strip).toList()));
    if (list.contains("") || key.getKey().indexOf('.') < 0) {
      throw new BacktestException(
          "--strategy must be a strategy's parameter with its values, as UT_BOT.atr-period=5,10,20; have %s=%s"
              .formatted(key.getKey(), key.getValue()));
    }
    return list;
  }

  private StrategyVariant and(String key, String value) {
    TreeMap<String, String> more = new TreeMap<>(parameters);
    more.put(key, value);
    return new StrategyVariant(more);
  }

  /** Keys of the configuration with their values. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    parameters.forEach((key, value) -> settings.put(PREFIX + key, value));
    return settings;
  }

  /** For people; empty for {@link #NONE}. */
  public String label() {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}

package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.Release;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.key.ValueType;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What counts for every key of which nothing is written. Some of it depends on what is: on the
 * release that is named, on the edition of a strategy, on whether a profile needs the market.
 */
final class SettingsDefaults {

  private static final Function<List<String>, Optional<Double>> EDITION =
      ValueType.number(Edition.PARAMETER).parse();

  private final List<Strategy> available;
  private final Map<String, Entry> set;
  private final SortedMap<String, Object> values;

  /**
   * @param set what is written
   * @param values where they are put
   */
  SettingsDefaults(
      List<Strategy> available, Map<String, Entry> set, SortedMap<String, Object> values) {
    this.available = available;
    this.set = set;
    this.values = values;
  }

  /** Before anything is read. */
  void put() {
    ConfigKeys.ALL.forEach(o -> o.defaultValue().ifPresent(value -> values.put(o.key(), value)));
    release().ifPresent(release -> release.defaults().forEach(this::putDefault));
    if (set.keySet().stream().noneMatch(key -> key.startsWith(PortfolioSections.PREFIX))) {
      values.put(PortfolioSections.PREFIX + "main", List.of("*"));
    }
    for (Strategy strategy : available) {
      StrategyKeys.EACH.forEach(
          o -> values.put(SettingsReader.key(strategy, o.key()), o.defaultValue().orElseThrow()));
      values.put(SettingsReader.key(strategy, StrategyKeys.ENABLED.key()), isEnabled(strategy));
      strategy
          .parameters(edition(strategy))
          .forEach(p -> values.put(SettingsReader.key(strategy, p.name()), p.defaultValue()));
      strategy
          .texts(edition(strategy))
          .forEach(p -> values.put(SettingsReader.key(strategy, p.name()), p.defaults()));
      if (strategy.hasEditions()) {
        String edition = SettingsReader.key(strategy, Edition.PARAMETER.name());
        values.put(edition, (double) edition(strategy).number());
      }
    }
  }

  private void putDefault(String key, String text) {
    values.put(key, ConfigKeys.of(key).parse(List.of(text)).orElseThrow());
  }

  /** HOLD where a profile has it as a sleeve. */
  private boolean isEnabled(Strategy strategy) {
    return strategy.enabledByDefault()
        || (strategy.id().equals(ProfileSettings.MARKET) && PortfolioSections.needMarket(set));
  }

  /** The edition asked for; where none or nothing sensible is, that of all strategies together. */
  Edition edition(Strategy strategy) {
    return written(SettingsReader.key(strategy, Edition.PARAMETER.name()), EDITION)
        .filter(number -> strategy.hasEditions())
        .map(Edition::numbered)
        .orElseGet(this::commonEdition);
  }

  private Edition commonEdition() {
    return release().map(Release::edition).orElse(Edition.DEFAULT);
  }

  private Optional<Release> release() {
    return written(StrategyKeys.COMPATIBILITY.key(), StrategyKeys.COMPATIBILITY::parse);
  }

  /** What stands under a key, if it is allowed there. */
  private <T> Optional<T> written(String key, Function<List<String>, Optional<T>> parse) {
    return Optional.ofNullable(set.get(key)).flatMap(entry -> parse.apply(entry.texts()));
  }

  /** A strategy that reckons with the cost of a trade takes the ledger's unless told another. */
  void putTradingCosts() {
    for (Strategy strategy : available) {
      strategy
          .tradingCost(edition(strategy))
          .map(parameter -> SettingsReader.key(strategy, parameter.name()))
          .filter(key -> !set.containsKey(key))
          .ifPresent(key -> values.put(key, values.get(EnsembleKeys.RETURNS_COST.key())));
    }
  }
}

package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.strategy.Strategy;
import java.util.List;
import java.util.stream.Stream;

/**
 * The strategies that a configuration may switch on.
 *
 * @param builtIn the catalogue
 * @param jars paths as the configuration names them
 * @param all those built in, then those of the jars by id
 */
record AvailableStrategies(List<Strategy> builtIn, List<String> jars, List<Strategy> all) {

  static AvailableStrategies of(List<Strategy> builtIn) {
    return new AvailableStrategies(builtIn, List.of(), builtIn);
  }

  /**
   * The same catalogue with other jars; they are opened only if they are others.
   *
   * @param entry what somebody wrote for the key of the jars, or null
   * @throws ConfigurationException when they cannot be used
   */
  AvailableStrategies withJars(Entry entry) {
    // A value that is not allowed names no jar; the reader of all values says what is wrong.
    List<String> named =
        entry == null
            ? List.of()
            : StrategyKeys.JARS.parse(entry.texts()).orElseGet(List::<String>of);
    if (named.equals(jars)) {
      return this;
    }
    List<Strategy> found = named.isEmpty() ? List.of() : StrategyJars.load(named, entry.where());
    return new AvailableStrategies(
        builtIn, named, Stream.concat(builtIn.stream(), found.stream()).toList());
  }
}

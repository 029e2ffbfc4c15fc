package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The strategies that a configuration may switch on. Not serializable: classes of a user's jar must
 * be looked for again where a job runs, in what Flink has shipped there.
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

  /**
   * Those of a job that is running, from the classes that Flink has shipped with it.
   *
   * @param ids of the strategies that were available when the job was submitted
   * @throws IllegalStateException when one of them is not there
   */
  static AvailableStrategies onWorker(List<String> jars, Collection<String> ids) {
    List<Strategy> builtIn = Catalogue.strategies();
    if (jars.isEmpty()) {
      return of(builtIn);
    }
    ClassLoader shipped = Thread.currentThread().getContextClassLoader();
    List<Strategy> all =
        Catalogue.with(shipped).stream().filter(found -> ids.contains(found.id())).toList();
    TreeSet<String> missing = new TreeSet<>(ids);
    all.forEach(found -> missing.remove(found.id()));
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "strategies "
              + missing
              + " must be in the classes shipped with the job; have none in "
              + shipped
              + "; submit with the jars "
              + jars
              + " in pipeline.jars");
    }
    return new AvailableStrategies(builtIn, jars, all);
  }
}

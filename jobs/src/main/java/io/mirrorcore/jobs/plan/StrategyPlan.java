package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Sectors;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The strategies that are switched on, in the order in which everything lists them. Only their ids
 * and parameters travel: a worker takes the classes from what Flink has shipped there.
 */
public final class StrategyPlan implements Serializable {

  private static final long serialVersionUID = 1;

  private final ArrayList<String> jars;
  private final LinkedHashMap<String, Chosen> chosen = new LinkedHashMap<>();
  private final TreeMap<String, Sectors> sectors;
  private final boolean emitsAll;

  private StrategyPlan(List<String> jars, Map<String, Sectors> sectors, boolean emitsAll) {
    this.jars = new ArrayList<>(jars);
    this.sectors = new TreeMap<>(sectors);
    this.emitsAll = emitsAll;
  }

  public static StrategyPlan of(Settings settings) {
    StrategyPlan plan =
        new StrategyPlan(
            settings.get(StrategyKeys.JARS),
            settings.sectors(),
            settings.get(EnsembleKeys.SIGNALS_EMIT) == Choices.Emit.ALL);
    for (ConfiguredStrategy configured : settings.strategies()) {
      plan.chosen.put(
          configured.strategy().id(), new Chosen(configured.parameters(), configured.others()));
    }
    return plan;
  }

  /**
   * One of them alone.
   *
   * @throws IllegalArgumentException when it is not among them
   */
  public StrategyPlan only(String id) {
    if (!chosen.containsKey(id)) {
      throw new IllegalArgumentException("must be one of " + ids() + "; have " + id);
    }
    StrategyPlan plan = new StrategyPlan(jars, sectors, emitsAll);
    plan.chosen.put(id, chosen.get(id));
    return plan;
  }

  /** Their ids. */
  public List<String> ids() {
    return List.copyOf(chosen.keySet());
  }

  /** The sectors of a portfolio's symbols. */
  public Sectors sectors(String portfolio) {
    return sectors.getOrDefault(portfolio, Sectors.NONE);
  }

  /** Whether a signal is published at every bar, and not only when it changes. */
  public boolean emitsAll() {
    return emitsAll;
  }

  /**
   * The strategies themselves, of the classes that are to be found where this is called.
   *
   * @throws IllegalStateException when one of them is not there
   */
  public List<ConfiguredStrategy> load() {
    ClassLoader shipped = Thread.currentThread().getContextClassLoader();
    List<Strategy> found = jars.isEmpty() ? Catalogue.strategies() : Catalogue.with(shipped);
    TreeSet<String> missing = new TreeSet<>(chosen.keySet());
    found.forEach(strategy -> missing.remove(strategy.id()));
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
    return found.stream()
        .filter(strategy -> chosen.containsKey(strategy.id()))
        .map(strategy -> chosen.get(strategy.id()).of(strategy))
        .toList();
  }

  private record Chosen(Parameters parameters, SymbolRules<Parameters> others)
      implements Serializable {

    ConfiguredStrategy of(Strategy strategy) {
      return new ConfiguredStrategy(strategy, parameters, others);
    }
  }
}

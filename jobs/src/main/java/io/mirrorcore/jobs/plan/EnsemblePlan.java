package io.mirrorcore.jobs.plan;

import io.mirrorcore.backtest.live.PerformanceSettings;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the returns of each portfolio become weights.
 *
 * @param common for every portfolio that has nothing of its own
 * @param own by name of the portfolio
 * @param weightCost that performance is charged for trading between strategies, as a backtest's
 *     tracks are
 */
public record EnsemblePlan(
    EnsembleSettings common, TreeMap<String, EnsembleSettings> own, double weightCost)
    implements Serializable {

  public EnsemblePlan {
    own = new TreeMap<>(own);
  }

  /** The same for all portfolios. */
  public static EnsemblePlan ofAll(EnsembleSettings settings) {
    return new EnsemblePlan(settings, new TreeMap<>(), 0);
  }

  /** As a configuration has it. */
  public static EnsemblePlan of(Settings settings) {
    TreeMap<String, EnsembleSettings> own = new TreeMap<>();
    for (String portfolio : settings.portfolios().names()) {
      if (settings.isSetFor(portfolio)) {
        own.put(portfolio, Engines.ensemble(settings, portfolio));
      }
    }
    // No portfolio has this name, and so nothing is set for it alone.
    return new EnsemblePlan(
        Engines.ensemble(settings, ""), own, settings.get(BacktestKeys.WEIGHT_COST));
  }

  /** What counts for one portfolio. */
  public EnsembleSettings of(String portfolio) {
    Map<String, EnsembleSettings> settings = own;
    return settings.getOrDefault(portfolio, common);
  }

  /** How the performance of one portfolio is kept. */
  public PerformanceSettings performance(String portfolio) {
    return PerformanceSettings.of(of(portfolio), weightCost);
  }
}

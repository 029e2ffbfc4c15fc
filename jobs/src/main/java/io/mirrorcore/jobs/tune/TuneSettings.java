package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import io.mirrorcore.tune.BayesianSearch;
import io.mirrorcore.tune.Grid;
import io.mirrorcore.tune.Search;
import java.util.Map;
import java.util.TreeMap;

/** The configurations of a tuning run's jobs, derived from the user's. */
public final class TuneSettings {

  /** The most turnover there is: a gate that lets this pass applies every optimum. */
  private static final double ALL_TURNOVER = 2;

  private static final int FEWEST_SAMPLES = 2;

  private TuneSettings() {}

  /**
   * The grid of a configuration.
   *
   * @throws BacktestException where there is nothing to choose from
   */
  public static Search grid(Settings settings) {
    try {
      return new Grid(settings.get(BacktestKeys.TUNE_LAMBDA), settings.get(BacktestKeys.TUNE_ETA));
    } catch (IllegalArgumentException e) {
      throw new BacktestException(
          "%s, %s: %s"
              .formatted(
                  BacktestKeys.TUNE_LAMBDA.key(), BacktestKeys.TUNE_ETA.key(), e.getMessage()));
    }
  }

  /** The Bayesian search of a configuration. */
  public static Search bayes(Settings settings) {
    return new BayesianSearch(
        settings.get(BacktestKeys.TUNE_SEED), settings.get(BacktestKeys.TUNE_CALLS));
  }

  /** These settings with one lambda and one eta in all regimes. */
  static Settings with(Settings settings, double lambda, double eta) {
    Map<String, Object> overrides = new TreeMap<>();
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      overrides.put(regime.lambda().key(), lambda);
      overrides.put(regime.eta().key(), eta);
    }
    return settings.with(overrides);
  }

  /**
   * These settings without what only shows: where every optimum is applied, nobody asks for its
   * confidence unless it makes the weights, and the bootstrap behind that takes six times as long
   * as all the rest.
   *
   * @param settings of a backtest, the walk's included
   */
  static Settings cheap(Settings settings) {
    return settings.get(EnsembleKeys.GATE_TURNOVER_BELOW) >= ALL_TURNOVER
            && settings.get(EnsembleKeys.WEIGHTS) == WeightsFrom.OPTIMAL
        ? settings.with(EnsembleKeys.RESAMPLE_SAMPLES.key(), FEWEST_SAMPLES)
        : settings;
  }
}

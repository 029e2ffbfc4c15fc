package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.config.BacktestOptions;
import io.mirrorcore.jobs.config.EnsembleOptions;
import io.mirrorcore.jobs.config.RegimeOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.tune.BayesianSearch;
import io.mirrorcore.tune.Grid;
import io.mirrorcore.tune.Search;
import java.util.Map;
import java.util.TreeMap;

/** Configurations that tuning makes of the user's. */
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
      return new Grid(
          settings.get(BacktestOptions.TUNE_LAMBDA), settings.get(BacktestOptions.TUNE_ETA));
    } catch (IllegalArgumentException e) {
      throw new BacktestException(
          "%s, %s: %s"
              .formatted(
                  BacktestOptions.TUNE_LAMBDA.key(),
                  BacktestOptions.TUNE_ETA.key(),
                  e.getMessage()));
    }
  }

  /** The Bayesian search of a configuration. */
  public static Search bayes(Settings settings) {
    return new BayesianSearch(
        settings.get(BacktestOptions.TUNE_SEED), settings.get(BacktestOptions.TUNE_CALLS));
  }

  /** These settings with one lambda and one eta in all regimes. */
  static Settings with(Settings settings, double lambda, double eta) {
    Map<String, Object> overrides = new TreeMap<>();
    for (RegimeOptions regime : EnsembleOptions.REGIMES) {
      overrides.put(regime.lambda().key(), lambda);
      overrides.put(regime.eta().key(), eta);
    }
    return settings.with(overrides);
  }

  /**
   * These settings without what only shows: where every optimum is applied, nobody asks for its
   * confidence, and the bootstrap behind that takes six times as long as all the rest.
   *
   * @param settings of a backtest, the walk's included
   */
  static Settings cheap(Settings settings) {
    return settings.get(EnsembleOptions.GATE_TURNOVER_BELOW) >= ALL_TURNOVER
        ? settings.with(EnsembleOptions.RESAMPLE_SAMPLES.key(), FEWEST_SAMPLES)
        : settings;
  }
}

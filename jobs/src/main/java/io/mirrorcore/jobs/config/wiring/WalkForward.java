package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.util.Map;
import java.util.TreeMap;

/**
 * A walk-forward backtest as a configuration of the live job: {@code backtest.train} bars in the
 * window and before the first weights, a due time every {@code backtest.test} bars whatever the
 * regime, and every optimum applied. Lambda, eta and cap stay those of the regime of the moment.
 * Because it is only a configuration, a replay of the live job with it gives the same bytes.
 */
public final class WalkForward {

  /** Bars of a window that never ends: as many as an option allows. */
  private static final int ALL_BARS = 100_000;

  private WalkForward() {}

  /** The settings of a backtest: as they are in event mode, else with the walk's laid over them. */
  public static Settings settings(Settings settings) {
    return settings.get(BacktestKeys.MODE) == Choices.Walk.EVENT
        ? settings
        : settings.with(overrides(settings));
  }

  private static Map<String, String> overrides(Settings settings) {
    int train = settings.get(BacktestKeys.TRAIN);
    Map<String, String> overrides = new TreeMap<>();
    put(overrides, EnsembleKeys.MIN_OBSERVATIONS, train);
    put(
        overrides,
        EnsembleKeys.WINDOW,
        settings.get(BacktestKeys.ANCHORED) ? Math.max(ALL_BARS, train) : train);
    put(overrides, EnsembleKeys.GATE_TURNOVER_BELOW, 2);
    put(overrides, EnsembleKeys.GATE_TRADE_THRESHOLD, 0);
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      put(overrides, regime.every(), settings.get(BacktestKeys.TEST) + " bars");
      put(overrides, regime.hold(), false);
    }
    return overrides;
  }

  private static void put(Map<String, String> overrides, ConfigKey<?> option, Object value) {
    overrides.put(option.key(), value.toString());
  }
}

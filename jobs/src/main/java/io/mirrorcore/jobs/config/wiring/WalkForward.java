package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import java.util.Map;
import java.util.TreeMap;

/**
 * A walk-forward backtest as a configuration of the live job: {@code backtest.train} periods in the
 * window and before the first weights, a due time every {@code backtest.test} periods whatever the
 * regime, and every optimum applied. Lambda, eta and cap stay those of the regime of the moment.
 * Because it is only a configuration, a replay of the live job with it gives the same bytes.
 */
public final class WalkForward {

  /** Periods of a window that never ends: as many as an option allows. */
  private static final int ALL_PERIODS = 100_000;

  private WalkForward() {}

  /** The settings of a backtest: as they are in event mode, else with the walk's laid over them. */
  public static Settings settings(Settings settings) {
    return settings.get(BacktestKeys.MODE) == Choices.Walk.EVENT
        ? settings
        : settings.with(overrides(settings));
  }

  /** Of the guide alone: the other profiles have a window and a cadence that are part of them. */
  private static Map<String, String> overrides(Settings settings) {
    Map<String, String> walk = walk(settings);
    Map<String, String> overrides = new TreeMap<>();
    if (isGuide(settings)) {
      overrides.putAll(walk);
    }
    for (String portfolio : settings.portfolios().names()) {
      if (settings.isSetFor(portfolio) && isGuide(settings.of(portfolio))) {
        walk.forEach((key, value) -> overrides.put("portfolios." + portfolio + "." + key, value));
      }
    }
    return overrides;
  }

  private static boolean isGuide(Settings settings) {
    return settings.get(ProfileKeys.PROFILE) == Profile.GUIDE;
  }

  private static Map<String, String> walk(Settings settings) {
    int train = settings.get(BacktestKeys.TRAIN);
    Map<String, String> walk = new TreeMap<>();
    put(walk, EnsembleKeys.MIN_OBSERVATIONS, train);
    put(
        walk,
        EnsembleKeys.WINDOW,
        settings.get(BacktestKeys.ANCHORED) ? Math.max(ALL_PERIODS, train) : train);
    put(walk, EnsembleKeys.GATE_TURNOVER_BELOW, 2);
    put(walk, EnsembleKeys.GATE_TRADE_THRESHOLD, 0);
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      put(walk, regime.every(), settings.get(BacktestKeys.TEST) + " bars");
      put(walk, regime.hold(), false);
    }
    return walk;
  }

  private static void put(Map<String, String> overrides, ConfigKey<?> option, Object value) {
    overrides.put(option.key(), value.toString());
  }
}

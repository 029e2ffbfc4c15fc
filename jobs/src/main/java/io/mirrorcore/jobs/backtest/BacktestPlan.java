package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.WalkForward;

/**
 * The specification of one backtest.
 *
 * @param settings of the job that runs: those of the user with the walk's laid over them
 * @param inputs what it reads
 * @param barsPerYearSource where the number of bars a year is from, for the report to say
 * @param portfolio whose ensemble is judged, or null for the only one there is
 */
public record BacktestPlan(
    Settings settings, BacktestInputs inputs, String barsPerYearSource, String portfolio) {

  /** A plan from the user's own settings. */
  public static BacktestPlan of(
      Settings settings, BacktestInputs inputs, String barsPerYearSource, String portfolio) {
    return new BacktestPlan(WalkForward.settings(settings), inputs, barsPerYearSource, portfolio);
  }
}

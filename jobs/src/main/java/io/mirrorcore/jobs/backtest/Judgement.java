package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestMode;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.Trials;
import io.mirrorcore.jobs.config.BacktestOptions;
import io.mirrorcore.jobs.config.Choices;
import io.mirrorcore.jobs.config.EnsembleOptions;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;

/** How weights are judged, as a configuration says. */
public final class Judgement {

  private Judgement() {}

  /**
   * The settings of an evaluation.
   *
   * @param settings of the job that ran, the walk's included
   * @param barsPerYearSource where the number of bars a year is from, for the report to say
   * @param trials that the ensemble was chosen from
   */
  public static BacktestSettings of(Settings settings, String barsPerYearSource, Trials trials) {
    boolean walks = settings.get(BacktestOptions.MODE) == Choices.Walk.WALK_FORWARD;
    return new BacktestSettings(
        walks ? BacktestMode.WALK_FORWARD : BacktestMode.EVENT,
        walks ? settings.get(BacktestOptions.TRAIN) : settings.get(EnsembleOptions.WINDOW),
        walks ? settings.get(BacktestOptions.TEST) : 0,
        walks && settings.get(BacktestOptions.ANCHORED),
        PipelineOptions.BARS_INTERVAL.text(settings.get(PipelineOptions.BARS_INTERVAL)),
        settings.barsPerYear(),
        barsPerYearSource,
        settings.get(BacktestOptions.CAPITAL),
        settings.get(BacktestOptions.COST),
        settings.get(EnsembleOptions.CASH_RATE) / settings.barsPerYear(),
        settings.get(PipelineOptions.BARS_ZONE),
        trials);
  }
}

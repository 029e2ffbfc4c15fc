package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestMode;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;

/** The evaluation settings of a backtest, taken from a configuration. */
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
    boolean walks = settings.get(BacktestKeys.MODE) == Choices.Walk.WALK_FORWARD;
    return new BacktestSettings(
        walks ? BacktestMode.WALK_FORWARD : BacktestMode.EVENT,
        walks ? settings.get(BacktestKeys.TRAIN) : settings.get(EnsembleKeys.WINDOW),
        walks ? settings.get(BacktestKeys.TEST) : 0,
        walks && settings.get(BacktestKeys.ANCHORED),
        PipelineKeys.BARS_INTERVAL.text(settings.get(PipelineKeys.BARS_INTERVAL)),
        settings.barsPerYear(),
        barsPerYearSource,
        settings.get(BacktestKeys.CAPITAL),
        settings.get(BacktestKeys.COST),
        settings.get(EnsembleKeys.CASH_RATE) / settings.barsPerYear(),
        settings.get(PipelineKeys.BARS_ZONE),
        trials);
  }
}

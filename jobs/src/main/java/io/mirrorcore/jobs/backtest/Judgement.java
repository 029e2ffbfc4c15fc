package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import java.util.List;

/** The evaluation settings of a backtest, taken from a configuration. */
public final class Judgement {

  private Judgement() {}

  /**
   * The settings of an evaluation.
   *
   * @param settings of the job that ran, the walk's included
   * @param barsPerYearSource where the number of bars a year is from, for the report to say
   * @param trials that the ensemble was chosen from
   * @param stresses under which the portfolios are told too
   */
  public static BacktestSettings of(
      Settings settings, String barsPerYearSource, Trials trials, List<Stress> stresses) {
    return of(
        settings,
        barsPerYearSource,
        trials,
        stresses,
        new ProfileTracks(Profiles.own(settings), List.of()));
  }

  static BacktestSettings of(
      Settings settings,
      String barsPerYearSource,
      Trials trials,
      List<Stress> stresses,
      ProfileTracks profiles) {
    return new BacktestSettings(
        walk(settings),
        new BarScale(
            PipelineKeys.BARS_INTERVAL.text(settings.get(PipelineKeys.BARS_INTERVAL)),
            settings.barsPerYear(),
            barsPerYearSource),
        new Stake(settings.get(BacktestKeys.CAPITAL), settings.get(BacktestKeys.WEIGHT_COST)),
        settings.get(EnsembleKeys.CASH_RATE) / settings.barsPerYear(),
        settings.get(PipelineKeys.BARS_ZONE),
        trials,
        new BacktestSettings.Positions(
            Engines.positions(settings), settings.barsPerDay(), accounting(settings)),
        stresses,
        profiles,
        settings.find(BacktestKeys.BENCHMARK).orElse(null));
  }

  private static Accounting accounting(Settings settings) {
    return switch (settings.get(BacktestKeys.ACCOUNTING)) {
      case NETTED -> Accounting.NETTED;
      case BY_STRATEGY -> Accounting.BY_STRATEGY;
    };
  }

  private static Walk walk(Settings settings) {
    return settings.get(BacktestKeys.MODE) == Choices.Walk.WALK_FORWARD
        ? new Walk(
            BacktestMode.WALK_FORWARD,
            settings.get(BacktestKeys.TRAIN),
            settings.get(BacktestKeys.TEST),
            settings.get(BacktestKeys.ANCHORED))
        : new Walk(BacktestMode.EVENT, settings.get(EnsembleKeys.WINDOW), 0, false);
  }
}

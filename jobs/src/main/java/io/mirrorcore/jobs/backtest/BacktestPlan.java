package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.config.wiring.WalkForward;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The specification of one backtest.
 *
 * @param settings of the job that runs: those of the user with the walk's laid over them
 * @param inputs what it reads
 * @param barsPerYearSource where the number of bars a year is from, for the report to say
 * @param portfolio whose ensemble is judged, or null for the only one there is
 * @param stresses under which the portfolios are told too
 * @param profiles that the report compares with
 */
public record BacktestPlan(
    Settings settings,
    BacktestInputs inputs,
    String barsPerYearSource,
    String portfolio,
    List<Stress> stresses,
    ProfileTracks profiles) {

  /** A plan from the user's own settings. */
  public static BacktestPlan of(
      Settings settings, BacktestInputs inputs, String barsPerYearSource, String portfolio) {
    if (inputs.returns() != null) {
      Engines.requireUnsized(settings);
    }
    Settings job = WalkForward.settings(settings);
    return new BacktestPlan(
        job, inputs, barsPerYearSource, portfolio, List.of(), Profiles.of(job, settings));
  }

  /** The same under stresses too. */
  public BacktestPlan under(List<Stress> others) {
    return new BacktestPlan(settings, inputs, barsPerYearSource, portfolio, others, profiles);
  }

  /** The same from strategy returns on, which the first half of the job has left in a file. */
  BacktestPlan ofReturns(Path returns) {
    return new BacktestPlan(
        settings.with(PipelineKeys.INPUT_MAX_BYTES.key(), ParserSettings.BYTES_LIMIT),
        new BacktestInputs(Map.of(), returns, inputs.acceptsRefused(), inputs.quality()),
        barsPerYearSource,
        portfolio,
        stresses,
        profiles);
  }

  /** The job that runs. */
  public JobPlan job() {
    return JobPlan.of(settings);
  }

  /**
   * The ensemble beside that of the job, which may hold cash where the job's may not. Only
   * mean-variance weighs return against risk, so that cash means anything to it: empty for others;
   * and where positions are sized, for it is judged by its weights alone.
   */
  Optional<EnsembleSettings> variant() {
    boolean guide = settings.get(ProfileKeys.PROFILE) == Profile.GUIDE && weighsReturnAgainstRisk();
    return guide && settings.get(EnsembleKeys.POSITIONS_SIZING) == Sizing.NONE
        ? Optional.of(
            Engines.ensemble(settings.with(EnsembleKeys.CASH_ENABLED.key(), !holdsCash())))
        : Optional.empty();
  }

  boolean weighsReturnAgainstRisk() {
    return settings.get(EnsembleKeys.OBJECTIVE).needs(ObjectiveInput.TRADE_OFF);
  }

  String objective() {
    return settings.get(EnsembleKeys.OBJECTIVE).id();
  }

  boolean holdsCash() {
    return settings.get(EnsembleKeys.CASH_ENABLED);
  }

  /**
   * How the weights are judged.
   *
   * @param trials that the ensemble was chosen from
   */
  public BacktestSettings judgement(Trials trials) {
    return Judgement.of(settings, barsPerYearSource, trials, stresses, profiles);
  }
}

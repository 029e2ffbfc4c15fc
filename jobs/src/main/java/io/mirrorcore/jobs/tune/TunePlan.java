package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.Judgement;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.tune.Search;
import java.util.List;

/**
 * The specification of one tuning run.
 *
 * @param settings of the user, without the walk's
 * @param inputs what the strategies read, or their returns
 * @param barsPerYearSource where the number of bars a year is from, for the report to say
 * @param portfolio whose ensemble is tuned, or null for the only one there is
 * @param search which trials are made
 */
public record TunePlan(
    Settings settings,
    BacktestInputs inputs,
    String barsPerYearSource,
    String portfolio,
    Search search) {

  /**
   * @throws BacktestException where lambda and eta would change nothing
   */
  public TunePlan {
    Objective objective = settings.get(EnsembleKeys.OBJECTIVE);
    if (!objective.needs(ObjectiveInput.TRADE_OFF)) {
      throw new BacktestException(
          "%s is %s, which has neither lambda nor eta to tune; set it to %s"
              .formatted(
                  EnsembleKeys.OBJECTIVE.key(),
                  objective.id(),
                  Objective.thatNeed(ObjectiveInput.TRADE_OFF)));
    }
  }

  /** The same with one lambda and one eta in all regimes. */
  TunePlan with(double lambda, double eta) {
    return new TunePlan(
        TuneSettings.with(settings, lambda, eta), inputs, barsPerYearSource, portfolio, search);
  }

  /** The backtest of these settings. */
  BacktestPlan backtest() {
    return BacktestPlan.of(settings, inputs, barsPerYearSource, portfolio);
  }

  /** The job that makes the strategy returns, whose weights nobody reads, and then the trials. */
  JobPlan job() {
    return JobPlan.of(TuneSettings.cheap(backtest().settings()));
  }

  /**
   * What the trials have in common.
   *
   * @param judged portfolio whose ensemble is tried
   */
  TrialPlan trials(String judged) {
    JobPlan job = job();
    return new TrialPlan(
        judged,
        job.ensembles().of(judged),
        Judgement.of(backtest().settings(), "", Trials.ONE, List.of()),
        StrategyOrder.of(job.strategies()));
  }
}

package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.config.EnsembleOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.tune.Search;

/**
 * What is to be tuned.
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
    Objective objective = settings.get(EnsembleOptions.OBJECTIVE);
    if (!objective.needs(ObjectiveInput.TRADE_OFF)) {
      throw new BacktestException(
          "%s is %s, which has neither lambda nor eta to tune; set it to %s"
              .formatted(
                  EnsembleOptions.OBJECTIVE.key(),
                  objective.id(),
                  Objective.thatNeed(ObjectiveInput.TRADE_OFF)));
    }
  }

  /** The backtest of these settings, or of others that replace them. */
  BacktestPlan backtest(Settings other) {
    return BacktestPlan.of(other, inputs, barsPerYearSource, portfolio);
  }
}

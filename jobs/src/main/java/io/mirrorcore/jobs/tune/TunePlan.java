package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.tune.Search;

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

  private static final String TUNABLE = "mean-variance";

  /**
   * @throws BacktestException where lambda and eta would change nothing
   */
  public TunePlan {
    String objective = settings.get(EnsembleKeys.OBJECTIVE);
    if (!objective.equals(TUNABLE)) {
      throw new BacktestException(
          "%s is %s, which has neither lambda nor eta to tune; set it to %s"
              .formatted(EnsembleKeys.OBJECTIVE.key(), objective, TUNABLE));
    }
  }

  /** The backtest of these settings, or of others that replace them. */
  BacktestPlan backtest(Settings other) {
    return BacktestPlan.of(other, inputs, barsPerYearSource, portfolio);
  }
}

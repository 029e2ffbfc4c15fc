package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.io.Serializable;

/**
 * What all trials of a tuning have in common.
 *
 * @param portfolio whose ensemble is tried
 * @param ensemble of a trial, but for lambda and eta
 * @param judgement how its weights are judged
 * @param order in which strategies are added up
 */
record TrialPlan(
    String portfolio, EnsembleSettings ensemble, BacktestSettings judgement, StrategyOrder order)
    implements Serializable {

  /** The ensemble of one trial, whose lambda and eta count in all regimes. */
  EnsembleSettings ensemble(double lambda, double eta) {
    return ensemble.withRegimes(ensemble.regimes().withPenalties(lambda, eta));
  }
}

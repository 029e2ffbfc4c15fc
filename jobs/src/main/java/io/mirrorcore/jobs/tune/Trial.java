package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.NothingToEvaluateException;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Runner of trials over the same strategy returns: each runs the engine of the live job, bar by
 * bar, and is judged by the evaluation of a backtest. The returns are held once for all trials; a
 * bar of 19 strategies takes some 500 bytes.
 */
final class Trial {

  private final TrialPlan plan;
  private final List<PortfolioBar.OfReturns> bars = new ArrayList<>();
  private final BacktestEvaluation evaluation;

  /**
   * @param returns of its strategies, in order of time
   * @param closes that the accounts are kept by; null where there are only returns
   */
  Trial(TrialPlan plan, Iterable<StrategyReturns> returns, Iterable<PortfolioBar> closes) {
    this.plan = plan;
    evaluation = new BacktestEvaluation(plan.judgement(), closes);
    for (StrategyReturns record : returns) {
      evaluation.add(record);
      bars.add(withSharedNames(plan.order().bar(record)));
    }
  }

  /** One list of names for all bars instead of one each. */
  private PortfolioBar.OfReturns withSharedNames(PortfolioBar.OfReturns bar) {
    List<String> names = bars.isEmpty() ? bar.strategies() : bars.get(bars.size() - 1).strategies();
    return names.equals(bar.strategies())
        ? new PortfolioBar.OfReturns(bar.portfolio(), bar.time(), names, bar.returns())
        : bar;
  }

  /**
   * Makes one.
   *
   * @throws BacktestException when there is nothing to judge, with the reason
   */
  TrialResult of(TrialPoint point) {
    return judged(point, plan.ensemble(point.lambda(), point.eta()));
  }

  /** The one with lambda and eta of each regime as they are configured; its point says nothing. */
  TrialResult asConfigured() {
    return judged(new TrialPoint(1, 1, 1), plan.ensemble());
  }

  private TrialResult judged(TrialPoint point, EnsembleSettings settings) {
    BacktestEvaluation own =
        plan.judgement().profiles().own() == null
            ? evaluation.ofOtherWeights()
            : evaluation.ofOtherEngine(settings);
    weights(point, settings, own::add);
    try {
      Figures figures = own.ensembleFigures();
      return new TrialResult(
          point.number(),
          point.lambda(),
          point.eta(),
          figures.ratios().sharpe(),
          figures.growth().annualReturn(),
          figures.risk().maxDrawdown(),
          figures.trading().averageTurnover(),
          own.ensembleReturns());
    } catch (NothingToEvaluateException e) {
      throw new BacktestException(e.getMessage());
    }
  }

  /** What the ensemble decides with the trial's lambda and eta. */
  void weights(TrialPoint point, Consumer<EnsembleWeights> decisions) {
    weights(point, plan.ensemble(point.lambda(), point.eta()), decisions);
  }

  private void weights(
      TrialPoint point, EnsembleSettings settings, Consumer<EnsembleWeights> decisions) {
    Ensemble ensemble = new Ensemble(plan.portfolio(), settings);
    for (PortfolioBar bar : bars) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("trial " + point.number() + " was cancelled");
      }
      EnsembleStep step = ensemble.onBar(bar);
      if (step.weights() != null) {
        decisions.accept(step.weights());
      }
    }
  }
}

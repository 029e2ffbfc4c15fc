package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.NothingToEvaluateException;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.Judgement;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Trials over the same strategy returns: the engine of the live job, bar by bar, judged by the
 * evaluation of a backtest. The returns are held once for all of them; a bar of 19 strategies takes
 * some 500 bytes.
 */
final class Trial {

  private final Settings settings;
  private final String portfolio;
  private final List<PortfolioBar.OfReturns> bars = new ArrayList<>();
  private final BacktestEvaluation evaluation;

  /**
   * @param settings of the backtest, the walk's included
   * @param portfolio whose returns they are
   * @param returns of its strategies, in order of time
   */
  Trial(Settings settings, String portfolio, Iterable<StrategyReturns> returns) {
    this.settings = TuneSettings.cheap(settings);
    this.portfolio = portfolio;
    evaluation = new BacktestEvaluation(Judgement.of(settings, "", Trials.ONE));
    StrategyOrder order = StrategyOrder.of(settings);
    for (StrategyReturns record : returns) {
      evaluation.add(record);
      bars.add(withSharedNames(order.bar(record)));
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
    BacktestEvaluation own = evaluation.ofOtherWeights();
    weights(point, own::add);
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
    Settings own = TuneSettings.with(settings, point.lambda(), point.eta());
    Ensemble ensemble = new Ensemble(portfolio, Engines.ensemble(own));
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

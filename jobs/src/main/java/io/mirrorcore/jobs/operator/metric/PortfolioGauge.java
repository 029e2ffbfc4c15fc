package io.mirrorcore.jobs.operator.metric;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a portfolio's newest result that is shown.
 *
 * @param metric its name
 * @param forMany whether the largest of many portfolios says something
 * @param of the figure
 */
record PortfolioGauge(Metric metric, boolean forMany, ToDoubleFunction<EnsembleWeights> of) {

  private static final List<PortfolioGauge> ALL =
      List.of(
          new PortfolioGauge(Metric.KKT_RESIDUAL, true, w -> w.proof().kktResidual()),
          new PortfolioGauge(Metric.CONDITION_NUMBER, true, w -> w.estimate().conditionNumber()),
          new PortfolioGauge(Metric.SHRINKAGE, false, w -> w.estimate().shrinkage()),
          new PortfolioGauge(Metric.TURNOVER, true, w -> w.rebalance().turnover()),
          new PortfolioGauge(Metric.CONFIDENCE, false, w -> w.confidence().overall()),
          new PortfolioGauge(
              Metric.ACTIVE_STRATEGIES,
              false,
              w -> w.target().weights().size() - w.estimate().inactive().size()));

  static List<PortfolioGauge> all() {
    return ALL;
  }

  static List<PortfolioGauge> meantForMany() {
    return ALL.stream().filter(PortfolioGauge::forMany).toList();
  }
}

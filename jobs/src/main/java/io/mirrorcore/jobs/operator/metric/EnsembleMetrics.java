package io.mirrorcore.jobs.operator.metric;

import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics of the ensembles that one subtask holds. A scrape stays small with a thousand
 * portfolios: the first {@value #APART} that a job meets are shown by name, shared out over its
 * subtasks, and all others of a subtask together, where a gauge is the largest of theirs.
 */
public final class EnsembleMetrics {

  /** Portfolios with metrics of their own. */
  static final int APART = 50;

  /** Name under which the others are shown. No portfolio can have it. */
  static final String OTHERS = "(others)";

  private final MetricGroup group;
  private final int apart;
  private final Map<String, PortfolioMetrics> byPortfolio = new HashMap<>();
  private PortfolioMetrics others;

  /** Of an operator of this context. */
  public EnsembleMetrics(RuntimeContext context) {
    this(
        Metric.group(context),
        Math.max(1, APART / context.getTaskInfo().getNumberOfParallelSubtasks()));
  }

  EnsembleMetrics(MetricGroup group, int apart) {
    this.group = group;
    this.apart = apart;
  }

  /**
   * Shows what a close brought.
   *
   * @param nanos how long it took, nanoseconds
   */
  public void onStep(String portfolio, EnsembleStep step, long nanos) {
    of(portfolio).onStep(portfolio, step, nanos);
  }

  private PortfolioMetrics of(String portfolio) {
    PortfolioMetrics own = byPortfolio.get(portfolio);
    if (own != null) {
      return own;
    }
    if (byPortfolio.size() < apart) {
      own = PortfolioMetrics.register(group, portfolio, PortfolioGauge.all());
      byPortfolio.put(portfolio, own);
      return own;
    }
    if (others == null) {
      others = PortfolioMetrics.register(group, OTHERS, PortfolioGauge.meantForMany());
    }
    return others;
  }
}

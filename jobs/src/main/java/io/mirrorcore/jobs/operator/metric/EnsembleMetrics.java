package io.mirrorcore.jobs.operator.metric;

import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

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
  public static EnsembleMetrics of(RuntimeContext context) {
    return new EnsembleMetrics(
        Metric.group(context),
        Math.max(1, APART / context.getTaskInfo().getNumberOfParallelSubtasks()));
  }

  /** For ensembles that are only compared with those of the job. */
  public static EnsembleMetrics unseen() {
    return new EnsembleMetrics(new UnregisteredMetricsGroup(), 1);
  }

  EnsembleMetrics(MetricGroup group, int apart) {
    this.group = group;
    this.apart = apart;
  }

  /** What a close brings to an ensemble, and how long that takes. */
  public EnsembleStep measured(PortfolioBar bar, Ensemble ensemble) {
    long begun = System.nanoTime();
    EnsembleStep step = ensemble.onBar(bar);
    onStep(bar.portfolio(), step, System.nanoTime() - begun);
    return step;
  }

  /**
   * Shows what a close brought.
   *
   * @param nanos how long it took, nanoseconds
   */
  void onStep(String portfolio, EnsembleStep step, long nanos) {
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

package io.mirrorcore.jobs.operator.metric;

import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.regime.Regime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.events.Event;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The metrics that one label {@code portfolio} names: of one portfolio, or of all that have none of
 * their own. Written by the task's thread, read by that of a reporter.
 */
final class PortfolioMetrics {

  private static final int TIMES = 100;

  /**
   * What is kept of a result: the record itself would be held for as long as the portfolio is
   * silent.
   *
   * @param figures in the order of the gauges
   */
  private record Shown(String regime, List<Double> figures) {}

  private final MetricGroup group;
  private final List<PortfolioGauge> gauges;
  private final Map<String, Shown> newest = new ConcurrentHashMap<>();
  private final Map<String, Long> barsSince = new ConcurrentHashMap<>();
  private final Map<Decision, Counter> decisions = new EnumMap<>(Decision.class);
  private final Histogram solveMillis;

  private PortfolioMetrics(MetricGroup group, List<PortfolioGauge> gauges) {
    this.group = group;
    this.gauges = gauges;
    for (Decision decision : Decision.values()) {
      decisions.put(
          decision, group.addGroup("decision", decision.name()).counter(Metric.DECISIONS.word()));
    }
    solveMillis =
        group.histogram(Metric.SOLVE_MILLIS.word(), new DescriptiveStatisticsHistogram(TIMES));
    group.gauge(Metric.BARS_SINCE_WEIGHTS.word(), (Gauge<Long>) this::barsSinceWeights);
  }

  static PortfolioMetrics register(MetricGroup all, String label, List<PortfolioGauge> gauges) {
    MetricGroup group = all.addGroup(Metric.PORTFOLIO, label);
    PortfolioMetrics metrics = new PortfolioMetrics(group, gauges);
    metrics.showFigures();
    if (!label.equals(EnsembleMetrics.OTHERS)) {
      metrics.showRegime(label);
    }
    return metrics;
  }

  private void showFigures() {
    for (int i = 0; i < gauges.size(); i++) {
      int figure = i;
      group.gauge(gauges.get(i).metric().word(), (Gauge<Double>) () -> largest(figure));
    }
  }

  private double largest(int figure) {
    return newest.values().stream()
        .mapToDouble(shown -> shown.figures().get(figure))
        .max()
        .orElse(0);
  }

  private void showRegime(String portfolio) {
    for (Regime regime : Regime.values()) {
      group
          .addGroup("regime", regime.name())
          .gauge(Metric.REGIME.word(), (Gauge<Integer>) () -> isIn(portfolio, regime) ? 1 : 0);
    }
  }

  private boolean isIn(String portfolio, Regime regime) {
    Shown shown = newest.get(portfolio);
    return shown != null && shown.regime().equals(regime.name());
  }

  private long barsSinceWeights() {
    return barsSince.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  void onStep(String portfolio, EnsembleStep step, long nanos) {
    step.alerts().forEach(this::tellOfDegraded);
    EnsembleWeights weights = step.weights();
    if (weights == null) {
      barsSince.merge(portfolio, 1L, Long::sum);
      return;
    }
    barsSince.put(portfolio, 0L);
    decisions.get(Decision.valueOf(weights.rebalance().decision())).inc();
    solveMillis.update(Math.round(nanos / 1e6));
    Shown last = newest.put(portfolio, new Shown(weights.regime(), figures(weights)));
    if (last != null && !last.regime().equals(weights.regime())) {
      tellOfRegime(last.regime(), weights);
    }
  }

  private List<Double> figures(EnsembleWeights weights) {
    return gauges.stream().map(gauge -> gauge.of().applyAsDouble(weights)).toList();
  }

  private void tellOfRegime(String last, EnsembleWeights weights) {
    group.addEvent(
        Event.builder(PortfolioMetrics.class, "RegimeChange")
            .setSeverity("INFO")
            .setBody("Regime of " + weights.portfolio() + " is now " + weights.regime())
            .setAttribute("portfolio", weights.portfolio())
            .setAttribute("from", last)
            .setAttribute("to", weights.regime())
            .setAttribute("time", weights.time()));
  }

  /** A failed optimum among others. */
  private void tellOfDegraded(Alert alert) {
    if (alert.key().equals("DEGRADED") && alert.state() == Alert.State.FIRING) {
      group.addEvent(
          Event.builder(PortfolioMetrics.class, "Degraded")
              .setSeverity("WARN")
              .setBody(alert.message())
              .setAttribute("portfolio", alert.portfolio())
              .setAttribute("time", alert.time()));
    }
  }
}

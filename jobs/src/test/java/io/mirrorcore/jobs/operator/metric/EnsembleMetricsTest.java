package io.mirrorcore.jobs.operator.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.TargetConfidence;
import io.mirrorcore.portfolio.record.TargetRisk;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.WindowEstimate;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class EnsembleMetricsTest {

  private static final long MILLISECOND = 1_000_000;

  private final MetricListener listener = new MetricListener();
  private final EnsembleMetrics metrics = new EnsembleMetrics(listener.getMetricGroup(), 2);

  private static EnsembleStep quiet() {
    return new EnsembleStep(null, null, List.of(), null);
  }

  private static EnsembleStep result(String portfolio, String regime, Decision decision, double f) {
    EnsembleWeights weights =
        new EnsembleWeights(
            portfolio,
            1,
            regime,
            new Rebalance(decision.name(), Map.of(), 1, Map.of(), List.of(), 2 * f),
            new TargetWeights("mean-variance", "OPTIMAL", Map.of("A", 1.0, "B", 0.0), 1, 1, 1),
            new TargetRisk(0, 0, 0, 1, Map.of()),
            new WindowEstimate(60, List.of("B"), 10 * f, f / 2, null, null),
            new OptimalityProof(f, 0, List.of(), List.of(), 0, null),
            new TargetConfidence(Map.of(), f / 4, Map.of(), null));
    return new EnsembleStep(null, weights, List.of(), null);
  }

  private Number shown(String portfolio, String... name) {
    String[] path = new String[name.length + 2];
    path[0] = "portfolio";
    path[1] = portfolio;
    System.arraycopy(name, 0, path, 2, name.length);
    return name[0].equals("decision")
        ? listener.getCounter(path).map(counter -> (Number) counter.getCount()).orElse(null)
        : listener.<Number>getGauge(path).map(gauge -> gauge.getValue()).orElse(null);
  }

  @Test
  void showTheNewestResultOfAPortfolio() {
    metrics.onStep("main", result("main", "MIXED", Decision.INITIAL, 0.5), 3 * MILLISECOND);
    metrics.onStep("main", quiet(), MILLISECOND);
    metrics.onStep("main", quiet(), MILLISECOND);

    assertThat(shown("main", "kktResidual")).isEqualTo(0.5);
    assertThat(shown("main", "conditionNumber")).isEqualTo(5.0);
    assertThat(shown("main", "shrinkage")).isEqualTo(0.25);
    assertThat(shown("main", "turnover")).isEqualTo(1.0);
    assertThat(shown("main", "confidence")).isEqualTo(0.125);
    assertThat(shown("main", "activeStrategies")).isEqualTo(1.0);
    assertThat(shown("main", "barsSinceWeights")).isEqualTo(2L);
    assertThat(shown("main", "decision", "INITIAL", "decisions")).isEqualTo(1L);
    assertThat(shown("main", "decision", "HELD_SMALL", "decisions")).isEqualTo(0L);
    assertThat(shown("main", "regime", "MIXED", "regime")).isEqualTo(1);
    assertThat(shown("main", "regime", "VOLATILE", "regime")).isEqualTo(0);
    var times = listener.getHistogram("portfolio", "main", "solveMillis").orElseThrow();
    assertThat(times.getStatistics().getValues()).containsExactly(3);
  }

  @Test
  void followARegimeThatChanges() {
    metrics.onStep("main", result("main", "MIXED", Decision.INITIAL, 0.5), 0);
    metrics.onStep("main", result("main", "VOLATILE", Decision.REBALANCED, 0.25), 0);

    assertThat(shown("main", "regime", "MIXED", "regime")).isEqualTo(0);
    assertThat(shown("main", "regime", "VOLATILE", "regime")).isEqualTo(1);
    assertThat(shown("main", "kktResidual")).isEqualTo(0.25);
    assertThat(shown("main", "barsSinceWeights")).isEqualTo(0L);
  }

  @Test
  void addUpThoseBeyondTheFirstAndShowTheWorst() {
    for (String portfolio : List.of("a", "b", "c", "d")) {
      double figure = portfolio.equals("c") ? 0.75 : 0.5;
      metrics.onStep(portfolio, result(portfolio, "MIXED", Decision.REBALANCED, figure), 0);
    }
    metrics.onStep("d", quiet(), 0);

    assertThat(shown("b", "kktResidual")).isEqualTo(0.5);
    assertThat(shown("c", "kktResidual")).isNull();
    assertThat(shown(EnsembleMetrics.OTHERS, "kktResidual")).isEqualTo(0.75);
    assertThat(shown(EnsembleMetrics.OTHERS, "barsSinceWeights")).isEqualTo(1L);
    assertThat(shown(EnsembleMetrics.OTHERS, "decision", "REBALANCED", "decisions")).isEqualTo(2L);
    assertThat(shown(EnsembleMetrics.OTHERS, "confidence")).isNull();
    assertThat(shown(EnsembleMetrics.OTHERS, "regime", "MIXED", "regime")).isNull();
  }
}

package io.mirrorcore.portfolio.ensemble;

import static io.mirrorcore.portfolio.record.Alert.Level.ERROR;
import static io.mirrorcore.portfolio.record.Alert.Level.INFO;
import static io.mirrorcore.portfolio.record.Alert.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.record.TargetConfidence;
import io.mirrorcore.portfolio.record.TargetRisk;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.WindowEstimate;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleAlertsTest {

  private final EnsembleAlerts alerts = new EnsembleAlerts("demo", AlertSettings.defaults());

  private List<String> told() {
    return told(alerts);
  }

  private static List<String> told(EnsembleAlerts alerts) {
    return alerts.drain().stream().map(a -> a.level() + " " + a.key() + " " + a.state()).toList();
  }

  private static PortfolioBar symbols(long time, String[] symbols, int[] silent, double[] moves) {
    List<SymbolReturn> returns =
        IntStream.range(0, symbols.length)
            .mapToObj(s -> new SymbolReturn(symbols[s], 0, 0, moves[s], silent[s], new double[0]))
            .toList();
    return new PortfolioBar.OfSymbols("demo", time, List.of(), Optional.empty(), returns);
  }

  private static EnsembleWeights weights(
      Decision decision, double sharpe, double condition, double shrinkage, double turnover) {
    return new EnsembleWeights(
        "demo",
        1,
        "MIXED",
        new Rebalance(decision.name(), Map.of(), 1, Map.of(), List.of(), turnover),
        new TargetWeights("mean-variance", "OPTIMAL", Map.of(), 1, 1, 1),
        new TargetRisk(0, 0, 0, sharpe, Map.of()),
        new WindowEstimate(60, List.of(), condition, shrinkage, null, null),
        new OptimalityProof(0, 0, List.of(), List.of(), 0, null),
        new TargetConfidence(Map.of(), 1, Map.of(), null));
  }

  @Test
  void firesWhenADrawdownBeginsAndResolvesEachLevelOnItsOwn() {
    alerts.onPerformance(0.10, 0, 1);
    assertThat(told()).isEmpty();
    alerts.onPerformance(0.12, 0, 2);
    assertThat(told()).containsExactly("WARNING DRAWDOWN FIRING");
    alerts.onPerformance(0.13, 0, 3);
    assertThat(told()).isEmpty();
    alerts.onPerformance(0.21, 0, 4);
    assertThat(told()).containsExactly("ERROR DRAWDOWN FIRING");
    alerts.onPerformance(0.15, 0, 5);
    assertThat(told()).containsExactly("ERROR DRAWDOWN RESOLVED");
    alerts.onPerformance(0.05, 0, 6);
    assertThat(told()).containsExactly("WARNING DRAWDOWN RESOLVED");
  }

  @Test
  void saysWhatWasMeasuredAgainstWhat() {
    alerts.onPerformance(0.125, 0, 7);
    assertThat(alerts.drain())
        .containsExactly(
            new Alert(
                "demo",
                WARNING,
                "DRAWDOWN",
                Alert.State.FIRING,
                "the ensemble is 12.50 % below its peak",
                0.125,
                0.10,
                7));
  }

  @Test
  void tellsOfReturnsThatAreNotWhatWasExpected() {
    alerts.onPerformance(0, 0.011, 1);
    assertThat(told()).containsExactly("INFO RETURN_DIVERGENCE FIRING");
    alerts.onPerformance(0, 0.01, 2);
    assertThat(told()).containsExactly("INFO RETURN_DIVERGENCE RESOLVED");
  }

  @Test
  void tellsOfEachSilentSymbolUntilItIsBackOrForgotten() {
    String[] both = {"IBM", "SAP"};
    alerts.onSymbols(symbols(1, both, new int[] {4, 5}, new double[2]));
    assertThat(told()).containsExactly("WARNING STALE_FEED:SAP FIRING");
    alerts.onSymbols(symbols(2, both, new int[] {5, 6}, new double[2]));
    assertThat(told()).containsExactly("WARNING STALE_FEED:IBM FIRING");
    alerts.onSymbols(symbols(3, both, new int[] {0, 7}, new double[2]));
    assertThat(told()).containsExactly("WARNING STALE_FEED:IBM RESOLVED");
    alerts.onSymbols(symbols(4, new String[] {"IBM"}, new int[1], new double[1]));
    assertThat(told()).containsExactly("WARNING STALE_FEED:SAP RESOLVED");
  }

  @Test
  void tellsOfAFlashMoveForAsLongAsItLasts() {
    String[] ibm = {"IBM"};
    alerts.onSymbols(symbols(1, ibm, new int[1], new double[] {10.5}));
    assertThat(told()).containsExactly("ERROR FLASH_MOVE:IBM FIRING");
    alerts.onSymbols(symbols(2, ibm, new int[1], new double[] {10}));
    assertThat(told()).containsExactly("ERROR FLASH_MOVE:IBM RESOLVED");
  }

  @Test
  void judgesTheFiguresOfAnOptimum() {
    alerts.onWeights(weights(Decision.REBALANCED, 0.4, 2e6, 0.95, 0.31));
    assertThat(alerts.drain().stream().map(Alert::level))
        .containsExactly(WARNING, WARNING, INFO, ERROR);
    alerts.onWeights(weights(Decision.HELD_UNCERTAIN, 0.5, 1e6, 0.9, 0.30));
    assertThat(told())
        .containsExactly(
            "WARNING HIGH_TURNOVER RESOLVED",
            "WARNING LOW_SHARPE RESOLVED",
            "INFO SHRINKAGE_COLLAPSE RESOLVED",
            "ERROR UNSTABLE_COVARIANCE RESOLVED");
  }

  @Test
  void takesTheBuildUpForNoTurnover() {
    alerts.onWeights(weights(Decision.INITIAL, 1, 1, 0, 1));
    assertThat(told()).isEmpty();
  }

  @Test
  void isDegradedForAnyOfThreeReasonsAndTellsWhenOneJoins() {
    alerts.onAttempt(10, 19, bounds(10), null, 1);
    assertThat(told()).isEmpty();
    alerts.onAttempt(9, 19, bounds(9), null, 2);
    assertThat(told()).containsExactly("WARNING DEGRADED FIRING");
    alerts.onAttempt(3, 19, bounds(3), null, 3);
    assertThat(alerts.drain())
        .singleElement()
        .satisfies(a -> assertThat(a.message()).contains("3 of 19", "the cap is raised to 0.33"));
    alerts.onAttempt(3, 19, bounds(3), new SolveOutcome.Failure(Status.NOT_CONVERGED, "x", 0.1), 4);
    assertThat(alerts.drain())
        .singleElement()
        .satisfies(a -> assertThat(a.message()).contains("NOT_CONVERGED: x"))
        .satisfies(a -> assertThat(a.value()).isEqualTo(0.1));
    alerts.onAttempt(3, 19, bounds(3), null, 5);
    assertThat(told()).isEmpty();
    alerts.onAttempt(19, 19, bounds(19), null, 6);
    assertThat(told()).containsExactly("WARNING DEGRADED RESOLVED");
  }

  @Test
  void tellsWhenTheActiveStrategiesCannotObeyTheirLimits() {
    WeightLimits tight = new WeightLimits(Map.of(), Map.of("s0", 0.1, "s1", 0.1), List.of());
    WeightBounds bounds = WeightBounds.of(tight, List.of("s0", "s1"), new int[] {0, 1}, 0.5);
    alerts.onAttempt(2, 2, bounds, null, 1);
    assertThat(alerts.drain())
        .singleElement()
        .satisfies(a -> assertThat(a.message()).contains("limits", "lifted"));
  }

  private static WeightBounds bounds(int active) {
    List<String> ids = IntStream.range(0, 19).mapToObj(k -> "s" + k).toList();
    return WeightBounds.of(WeightLimits.none(), ids, IntStream.range(0, active).toArray(), 0.25);
  }

  @Test
  void doesNotTellAgainAfterARestore() {
    alerts.onPerformance(0.12, 0, 1);
    told();
    EnsembleAlerts restored =
        Restored.from(alerts, new EnsembleAlerts("demo", AlertSettings.defaults()));
    restored.onPerformance(0.12, 0, 2);
    assertThat(told(restored)).isEmpty();
    restored.onPerformance(0, 0, 3);
    assertThat(told(restored)).containsExactly("WARNING DRAWDOWN RESOLVED");
  }
}

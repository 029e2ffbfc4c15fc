package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeTable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnsembleTest {

  private static final String[] SIX = {"A", "B", "C", "D", "E", "F"};

  private final SplittableRandom random = new SplittableRandom(11);
  private long time;

  private static EnsembleSettings every(int bars, double cap, boolean hold) {
    RegimePolicy policy = new RegimePolicy(125, 0.065, cap, Cadence.ofBars(bars), hold);
    return EnsembleSettings.defaults(1, 252).withRegimes(RegimeTable.uniform(policy));
  }

  /** A bar on which the first {@code deployed} strategies have a position, the rest none. */
  private PortfolioBar bar(String[] strategies, int deployed, double size) {
    double[] returns = new double[strategies.length];
    boolean[] flags = new boolean[strategies.length];
    for (int k = 0; k < deployed; k++) {
      returns[k] = size * (random.nextDouble() - 0.45);
      flags[k] = true;
    }
    return PortfolioBar.ofReturns("demo", ++time, strategies, returns, flags, returns[0]);
  }

  private EnsembleStep feed(Ensemble ensemble, int bars, int deployed) {
    EnsembleStep step = null;
    for (int i = 0; i < bars; i++) {
      step = ensemble.onBar(bar(SIX, deployed, 0.01));
    }
    return step;
  }

  @Test
  void waitsForEnoughObservationsAndThenForItsCadence() {
    Ensemble ensemble = new Ensemble("demo", every(10, 0.25, false));
    for (int t = 1; t <= 50; t++) {
      EnsembleWeights weights = feed(ensemble, 1, 6).weights();
      assertThat(weights != null).isEqualTo(t == 30 || t == 40 || t == 50);
      if (t == 30) {
        assertThat(weights.decision()).isEqualTo("INITIAL");
        assertThat(weights.previousWeights()).isEmpty();
        assertThat(weights.turnover()).isEqualTo(1);
        assertThat(weights.problem().previous()).containsOnly(1.0 / 6);
      }
    }
  }

  @Test
  void leavesOutStrategiesThatHardlyTradeAndRaisesTheCapForTheRest() {
    EnsembleStep step = feed(new Ensemble("demo", every(10, 0.25, false)), 30, 2);
    EnsembleWeights weights = step.weights();
    assertThat(weights.inactive()).containsExactly("C", "D", "E", "F");
    assertThat(weights.weights().keySet()).containsExactly(SIX);
    assertThat(weights.weights().get("A")).isCloseTo(0.5, within(1e-12));
    assertThat(weights.weights().get("F")).isZero();
    assertThat(weights.cap()).isEqualTo(0.5);
    assertThat(weights.bindingUpper()).containsExactly("A", "B");
    assertThat(weights.confidences().keySet()).containsExactly("A", "B");
    assertThat(step.alerts().stream().filter(a -> a.key().equals("DEGRADED")).toList())
        .singleElement()
        .satisfies(a -> assertThat(a.message()).contains("2 of 6", "the cap is raised to 0.5"));
  }

  @Test
  void saysNothingWhileNoStrategyIsActiveAndStartsAsSoonAsOneIs() {
    Ensemble ensemble = new Ensemble("demo", every(10, 0.25, false));
    EnsembleStep step = feed(ensemble, 30, 0);
    assertThat(step.weights()).isNull();
    assertThat(step.alerts()).extracting(Alert::key).containsExactly("DEGRADED");
    assertThat(feed(ensemble, 1, 6).weights()).isNull();
    assertThat(feed(ensemble, 1, 6).weights().decision()).isEqualTo("INITIAL");
  }

  @Test
  void publishesButDoesNotApplyWhereTheRegimeHolds() {
    Ensemble ensemble = new Ensemble("demo", every(10, 0.25, true));
    EnsembleWeights first = feed(ensemble, 30, 6).weights();
    EnsembleWeights second = feed(ensemble, 10, 6).weights();
    assertThat(second.decision()).isEqualTo("HELD_REGIME");
    assertThat(second.weights()).isEqualTo(first.weights());
    assertThat(second.target()).isNotEqualTo(first.target());
    assertThat(second.trades()).isEmpty();
  }

  @Test
  void keepsTheLastGoodWeightsWhenTheSolverFails() {
    EnsembleSettings settings = every(10, 0.25, false);
    boolean[] broken = {false};
    Ensemble ensemble =
        new Ensemble(
            "demo",
            settings,
            new WindowSolver(settings, (p, warm) -> broken[0] ? nan(p) : Optimizer.solve(p, warm)));
    EnsembleWeights good = feed(ensemble, 30, 6).weights();
    broken[0] = true;
    EnsembleStep failed = feed(ensemble, 10, 6);
    assertThat(failed.weights()).isNull();
    assertThat(failed.alerts().stream().filter(a -> a.key().equals("DEGRADED")).toList())
        .singleElement()
        .satisfies(a -> assertThat(a.message()).contains("NOT_CONVERGED: forced"))
        .satisfies(a -> assertThat(a.value()).isEqualTo(Double.MAX_VALUE));
    broken[0] = false;
    EnsembleStep recovered = feed(ensemble, 10, 6);
    assertThat(recovered.weights().previousWeights()).isEqualTo(good.weights());
    assertThat(recovered.alerts())
        .anyMatch(a -> a.key().equals("DEGRADED") && a.state() == Alert.State.RESOLVED);
  }

  private static Solution nan(PortfolioProblem problem) {
    double[] weights = new double[problem.size()];
    Arrays.fill(weights, Double.NaN);
    boolean[] flags = new boolean[problem.size()];
    PrimalDualPoint point = PrimalDualPoint.of(weights, 0, 1);
    return new Solution(point, Status.NOT_CONVERGED, "forced", 0, Double.NaN, flags, flags);
  }

  @Test
  void keepsTheLastGoodWeightsWhenTheReturnsLeaveNoCovariance() {
    Ensemble ensemble = new Ensemble("demo", every(10, 0.25, false));
    EnsembleWeights good = feed(ensemble, 30, 6).weights();
    ensemble.onBar(bar(SIX, 6, 1e300));
    assertThat(feed(ensemble, 9, 6).weights()).isNull();
    // 60 bars later the window has forgotten.
    EnsembleWeights next = null;
    for (int i = 0; i < 60; i++) {
      EnsembleWeights weights = feed(ensemble, 1, 6).weights();
      next = weights == null ? next : weights;
    }
    assertThat(next.previousWeights()).isEqualTo(good.weights());
  }

  @Test
  void countsTheTurnoverFromWhatIsInForceAndListsTradesAboveOnePercent() {
    RegimePolicy eager = new RegimePolicy(125, 0.001, 0.25, Cadence.ofBars(10), false);
    EnsembleSettings settings =
        EnsembleSettings.defaults(1, 252)
            .withRegimes(RegimeTable.uniform(eager))
            .withGate(new GateSettings(2, 0, 0.01, 2));
    Ensemble ensemble = new Ensemble("demo", settings);
    EnsembleWeights first = feed(ensemble, 30, 6).weights();
    assertThat(first.trades()).allMatch(t -> t.from() == 0 && t.to() > 0.01);
    EnsembleWeights second = feed(ensemble, 10, 6).weights();
    assertThat(second.decision()).isEqualTo("REBALANCED");
    assertThat(second.previousWeights()).isEqualTo(first.weights());
    double turnover = 0;
    int large = 0;
    for (String id : SIX) {
      double change = Math.abs(second.target().get(id) - first.weights().get(id));
      turnover += change;
      large += change > 0.01 ? 1 : 0;
    }
    assertThat(second.turnover()).isCloseTo(turnover, within(1e-15));
    assertThat(second.trades()).hasSize(large).hasSizeGreaterThan(0);
  }

  @Test
  void carriesTheKeptStrategiesOverAChangeOfTheSet() {
    EnsembleSettings settings = every(10, 0.25, false);
    Ensemble old = new Ensemble("demo", settings);
    EnsembleWeights before = feed(old, 30, 6).weights();
    Ensemble changed = Restored.from(old, new Ensemble("demo", settings));
    String[] other = {"F", "NEW", "E", "D", "C", "B"};
    EnsembleWeights after = null;
    for (int i = 0; i < 10; i++) {
      after = changed.onBar(bar(other, 6, 0.01)).weights();
    }
    assertThat(after.inactive()).containsExactly("NEW");
    assertThat(after.observations()).isEqualTo(40);
    assertThat(after.previousWeights()).doesNotContainKey("A").containsEntry("NEW", 0.0);
    assertThat(sum(after.previousWeights().values().stream().toList())).isCloseTo(1, within(1e-12));
    if (before.weights().get("A") == 0) {
      throw new AssertionError("the seed must give the removed strategy some weight");
    }
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void bringsBarsOfAnyLengthToTheSameDailyProblem() {
    SplittableRandom same = new SplittableRandom(5);
    Ensemble daily = new Ensemble("demo", every(10, 0.25, false));
    RegimeTable regimes = every(10, 0.25, false).regimes();
    Ensemble fine =
        new Ensemble("demo", EnsembleSettings.defaults(400, 400 * 252).withRegimes(regimes));
    EnsembleWeights a = null;
    EnsembleWeights b = null;
    boolean[] all = new boolean[6];
    Arrays.fill(all, true);
    for (int t = 1; t <= 30; t++) {
      double common = same.nextDouble() - 0.5;
      double[] returns = new double[6];
      Arrays.setAll(returns, k -> 0.01 * (common + same.nextDouble() - 0.45));
      double[] mean = new double[6];
      Arrays.setAll(mean, k -> returns[k] / 400);
      a = daily.onBar(PortfolioBar.ofReturns("demo", t, SIX, returns, all, 0)).weights();
      b = fine.onBar(PortfolioBar.ofReturns("demo", t, SIX, mean, all, 0)).weights();
    }
    // Returns a 400th as large: the daily mean is the same, the daily covariance a 400th.
    for (String id : SIX) {
      assertThat(b.problem().mean().get(id)).isCloseTo(a.problem().mean().get(id), within(1e-15));
    }
    double[] sigma = a.problem().covariance();
    for (int k = 0; k < sigma.length; k++) {
      double gamma = k % 7 == 0 ? 1e-5 : 0;
      assertThat(b.problem().covariance()[k] - gamma)
          .isCloseTo((sigma[k] - gamma) / 400, within(1e-18));
    }
    assertThat(b.expectedReturn() * 400)
        .isCloseTo(expected(b.target().values().stream().toList(), b), within(1e-15));
  }

  private static double expected(List<Double> target, EnsembleWeights weights) {
    List<Double> mean = List.copyOf(weights.problem().mean().values());
    double sum = 0;
    for (int i = 0; i < mean.size(); i++) {
      sum += target.get(i) * mean.get(i);
    }
    return sum;
  }

  @Test
  void rejectsBarsThatAreNotItsOwnOrOutOfSequence() {
    Ensemble ensemble = new Ensemble("demo", EnsembleSettings.defaults(1, 252));
    ensemble.onBar(bar(SIX, 6, 0.01));
    time--;
    assertThatThrownBy(() -> ensemble.onBar(bar(SIX, 6, 0.01)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after 1");
    assertThatThrownBy(
            () -> new Ensemble("other", EnsembleSettings.defaults(1, 252)).onBar(bar(SIX, 6, 0.01)))
        .hasMessageContaining("other");
    assertThatThrownBy(() -> bar(SIX, 6, Double.NaN))
        .hasMessageContaining("return of A")
        .hasMessageContaining("NaN");
  }
}

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
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
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
    return EnsembleSettingsBuilder.daily().regimes(RegimeTable.uniform(policy)).build();
  }

  /** A bar on which the first {@code deployed} strategies have a position, the rest none. */
  private PortfolioBar bar(String[] strategies, int deployed, double size) {
    double[] returns = new double[strategies.length];
    boolean[] flags = new boolean[strategies.length];
    for (int k = 0; k < deployed; k++) {
      returns[k] = size * (random.nextDouble() - 0.45);
      flags[k] = true;
    }
    return new PortfolioBar.OfReturns(
        "demo", ++time, List.of(strategies), new BarReturns(returns, flags, returns[0]));
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
        assertThat(weights.rebalance().decision()).isEqualTo("INITIAL");
        assertThat(weights.rebalance().previousWeights()).isEmpty();
        assertThat(weights.rebalance().turnover()).isEqualTo(1);
        assertThat(weights.proof().problem().aversion().previous()).containsOnly(1.0 / 6);
      }
    }
  }

  @Test
  void leavesOutStrategiesThatHardlyTradeAndRaisesTheCapForTheRest() {
    EnsembleStep step = feed(new Ensemble("demo", every(10, 0.25, false)), 30, 2);
    EnsembleWeights weights = step.weights();
    assertThat(weights.estimate().inactive()).containsExactly("C", "D", "E", "F");
    assertThat(weights.rebalance().weights().keySet()).containsExactly(SIX);
    assertThat(weights.rebalance().weights().get("A")).isCloseTo(0.5, within(1e-12));
    assertThat(weights.rebalance().weights().get("F")).isZero();
    assertThat(weights.rebalance().cap()).isEqualTo(0.5);
    assertThat(weights.proof().bindingUpper()).containsExactly("A", "B");
    assertThat(weights.confidence().byStrategy().keySet()).containsExactly("A", "B");
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
    assertThat(feed(ensemble, 1, 6).weights().rebalance().decision()).isEqualTo("INITIAL");
  }

  @Test
  void publishesButDoesNotApplyWhereTheRegimeHolds() {
    Ensemble ensemble = new Ensemble("demo", every(10, 0.25, true));
    EnsembleWeights first = feed(ensemble, 30, 6).weights();
    EnsembleWeights second = feed(ensemble, 10, 6).weights();
    assertThat(second.rebalance().decision()).isEqualTo("HELD_REGIME");
    assertThat(second.rebalance().weights()).isEqualTo(first.rebalance().weights());
    assertThat(second.target().weights()).isNotEqualTo(first.target().weights());
    assertThat(second.rebalance().trades()).isEmpty();
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
    assertThat(recovered.weights().rebalance().previousWeights())
        .isEqualTo(good.rebalance().weights());
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
    assertThat(next.rebalance().previousWeights()).isEqualTo(good.rebalance().weights());
  }

  @Test
  void countsTheTurnoverFromWhatIsInForceAndListsTradesAboveOnePercent() {
    RegimePolicy eager = new RegimePolicy(125, 0.001, 0.25, Cadence.ofBars(10), false);
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .regimes(RegimeTable.uniform(eager))
            .gate(new GateSettings(2, 0, 0.01, 2))
            .build();
    Ensemble ensemble = new Ensemble("demo", settings);
    EnsembleWeights first = feed(ensemble, 30, 6).weights();
    assertThat(first.rebalance().trades()).allMatch(t -> t.from() == 0 && t.to() > 0.01);
    EnsembleWeights second = feed(ensemble, 10, 6).weights();
    assertThat(second.rebalance().decision()).isEqualTo("REBALANCED");
    assertThat(second.rebalance().previousWeights()).isEqualTo(first.rebalance().weights());
    double turnover = 0;
    int large = 0;
    for (String id : SIX) {
      double change =
          Math.abs(second.target().weights().get(id) - first.rebalance().weights().get(id));
      turnover += change;
      large += change > 0.01 ? 1 : 0;
    }
    assertThat(second.rebalance().turnover()).isCloseTo(turnover, within(1e-15));
    assertThat(second.rebalance().trades()).hasSize(large).hasSizeGreaterThan(0);
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
    assertThat(after.estimate().inactive()).containsExactly("NEW");
    assertThat(after.estimate().observations()).isEqualTo(40);
    assertThat(after.rebalance().previousWeights())
        .doesNotContainKey("A")
        .containsEntry("NEW", 0.0);
    assertThat(sum(after.rebalance().previousWeights().values().stream().toList()))
        .isCloseTo(1, within(1e-12));
    if (before.rebalance().weights().get("A") == 0) {
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
    Ensemble fine = new Ensemble("demo", EnsembleSettingsBuilder.of(400).regimes(regimes).build());
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
      a =
          daily
              .onBar(
                  new PortfolioBar.OfReturns(
                      "demo", t, List.of(SIX), new BarReturns(returns, all, 0)))
              .weights();
      b =
          fine.onBar(
                  new PortfolioBar.OfReturns("demo", t, List.of(SIX), new BarReturns(mean, all, 0)))
              .weights();
    }
    // Returns a 400th as large: the daily mean is the same, the daily covariance a 400th.
    for (String id : SIX) {
      assertThat(b.proof().problem().moments().mean().get(id))
          .isCloseTo(a.proof().problem().moments().mean().get(id), within(1e-15));
    }
    double[] sigma = a.proof().problem().moments().covariance();
    for (int k = 0; k < sigma.length; k++) {
      double gamma = k % 7 == 0 ? 1e-5 : 0;
      assertThat(b.proof().problem().moments().covariance()[k] - gamma)
          .isCloseTo((sigma[k] - gamma) / 400, within(1e-18));
    }
    assertThat(b.risk().expectedReturn() * 400)
        .isCloseTo(expected(b.target().weights().values().stream().toList(), b), within(1e-15));
  }

  private static double expected(List<Double> target, EnsembleWeights weights) {
    List<Double> mean = List.copyOf(weights.proof().problem().moments().mean().values());
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

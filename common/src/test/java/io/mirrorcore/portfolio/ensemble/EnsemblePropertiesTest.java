package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsemblePropertiesTest {

  private static final int BARS = 400;

  /**
   * Faster cadences and cheaper turnover than by default: every decision comes up in a short run.
   */
  private static EnsembleSettings settings() {
    RegimeTable table =
        new RegimeTable(
            new RegimePolicy(75, 0.003, 0.30, Cadence.ofBars(4), false),
            new RegimePolicy(150, 0.045, 0.25, Cadence.ofBars(1), false),
            new RegimePolicy(300, 0.01, 0.20, Cadence.ofBars(3), true),
            new RegimePolicy(125, 0.005, 0.25, Cadence.ofDays(2), false));
    return EnsembleSettingsBuilder.daily().regimes(table).build();
  }

  private static Ensemble ensemble() {
    return new Ensemble("random", settings());
  }

  private static List<EnsembleStep> run(List<PortfolioBar> bars) {
    Ensemble ensemble = ensemble();
    List<EnsembleStep> steps = new ArrayList<>();
    bars.forEach(bar -> steps.add(ensemble.onBar(bar)));
    return steps;
  }

  private static List<PortfolioBar> bars(long seed) {
    return new RandomPortfolio(seed, 4, 9).bars(BARS);
  }

  @Test
  void everyRecordIsFeasibleAndProvesItselfWhateverTheDecisionAndRegime() {
    Set<String> decisions = new TreeSet<>();
    Set<String> regimes = new TreeSet<>();
    for (long seed = 1; seed <= 3; seed++) {
      for (EnsembleStep step : run(bars(seed))) {
        if (step.weights() != null) {
          feasible(step.weights().rebalance().weights().values(), step.weights().rebalance().cap());
          feasible(step.weights().target().weights().values(), step.weights().target().cap());
          proven(step.weights());
          figuresAgree(step.weights());
          decisions.add(step.weights().rebalance().decision());
          regimes.add(step.weights().regime());
        }
      }
    }
    assertThat(decisions).hasSize(Decision.values().length - 1);
    assertThat(regimes).hasSize(Regime.values().length);
  }

  private static void feasible(Collection<Double> weights, double cap) {
    assertThat(weights).hasSize(9).allMatch(w -> w >= 0 && w <= cap);
    assertThat(sum(weights)).isCloseTo(1, within(1e-12));
  }

  private static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void proven(EnsembleWeights record) {
    PublishedProblem p = record.proof().problem();
    double[] mean =
        p.moments().strategies().stream().mapToDouble(p.moments().mean()::get).toArray();
    double[] target =
        p.moments().strategies().stream().mapToDouble(record.target().weights()::get).toArray();
    MeanVarianceProblem problem =
        new MeanVarianceProblem(
            new Moments(mean, p.moments().covariance()),
            new Penalties(p.aversion().lambda(), p.aversion().eta(), p.aversion().previous()),
            new Box(p.bounds().lower(), p.bounds().upper()));
    double residual =
        MeanVarianceCertificate.residual(problem, target, record.proof().budgetMultiplier());
    assertThat(residual).isEqualTo(record.proof().kktResidual()).isLessThanOrEqualTo(1e-8);
  }

  private static void figuresAgree(EnsembleWeights record) {
    assertThat(sum(record.risk().contributions().values())).isCloseTo(1, within(1e-12));
    assertThat(record.confidence().overall()).isBetween(0.0, 1.0);
    assertThat(record.confidence().byStrategy().values()).allMatch(c -> c >= 0 && c <= 1);
    assertThat(record.risk().sharpe())
        .isCloseTo(record.risk().expectedReturn() / record.risk().volatility(), within(1e-12));
    assertThat(record.risk().sharpeAnnualised())
        .isCloseTo(record.risk().sharpe() * Math.sqrt(252), within(1e-12));
    assertThat(record.estimate().inactive()).contains("S8");
    for (String id : record.estimate().inactive()) {
      assertThat(record.target().weights()).containsEntry(id, 0.0);
    }
    assertThat(record.proof().bindingLower())
        .allMatch(id -> record.target().weights().get(id) == 0);
    assertThat(record.proof().bindingUpper())
        .allMatch(id -> record.target().weights().get(id) == record.target().cap());
    boolean applied = Decision.valueOf(record.rebalance().decision()).isApplied();
    assertThat(applied || record.rebalance().weights().equals(record.rebalance().previousWeights()))
        .isTrue();
    assertThat(applied || record.rebalance().trades().isEmpty()).isTrue();
  }

  @Test
  void targetPositionsAreTheWeightedExposuresAndEarnTheEnsemblesReturn() {
    List<PortfolioBar> bars = bars(4);
    Ensemble ensemble = ensemble();
    Map<String, Double> weights = null;
    Map<String, Double> held = Map.of();
    Map<String, Double> heldBefore = Map.of();
    for (PortfolioBar bar : bars) {
      EnsembleStep step = ensemble.onBar(bar);
      double expected = 0;
      for (SymbolReturn symbol : bar.symbols()) {
        double now = held.getOrDefault(symbol.symbol(), 0.0);
        double before = heldBefore.getOrDefault(symbol.symbol(), 0.0);
        expected += now * symbol.value() - symbol.cost() * Math.abs(now - before);
      }
      assertThat(ensemble.ownReturn()).isCloseTo(expected, within(1e-15));
      weights = step.weights() == null ? weights : step.weights().rebalance().weights();
      assertThat(step.positions() == null).isEqualTo(weights == null);
      if (weights != null) {
        positionsAgree(bar, weights, step.positions());
        heldBefore = held;
        held = step.positions().positions();
      }
    }
    assertThat(ensemble.equity()).isNotEqualTo(1);
  }

  private static void positionsAgree(
      PortfolioBar bar, Map<String, Double> weights, TargetPositions positions) {
    double gross = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      double expected = 0;
      for (int k = 0; k < bar.strategies().size(); k++) {
        expected += weights.get(bar.strategies().get(k)) * symbol.exposures()[k];
      }
      assertThat(positions.positions().get(symbol.symbol())).isCloseTo(expected, within(1e-15));
      gross += Math.abs(expected);
    }
    assertThat(positions.gross()).isCloseTo(gross, within(1e-14));
    assertThat(positions.net()).isCloseTo(sum(positions.positions().values()), within(1e-14));
  }

  @Test
  void theFutureChangesNothingUpToNow() {
    List<PortfolioBar> past = bars(5).subList(0, 200);
    List<PortfolioBar> otherFuture = new ArrayList<>(past);
    PortfolioBar last = past.get(199);
    List<String> ids = last.strategies();
    for (int i = 1; i <= 30; i++) {
      double crash = -0.05 * i / 30;
      double[] returns = IntStream.range(0, ids.size()).mapToDouble(k -> crash * k).toArray();
      otherFuture.add(
          new PortfolioBar.OfReturns(
              "random",
              last.time() + i * RandomPortfolio.DAY,
              ids,
              new BarReturns(returns, new boolean[ids.size()], crash)));
    }
    assertThat(run(bars(5)).subList(0, 200)).isEqualTo(run(past));
    assertThat(run(otherFuture).subList(0, 200)).isEqualTo(run(past));
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() {
    List<PortfolioBar> bars = bars(6);
    List<EnsembleStep> undisturbed = run(bars);
    Ensemble interrupted = ensemble();
    for (int i = 0; i < bars.size(); i++) {
      if (i % 7 == 3) {
        interrupted = Restored.from(interrupted, ensemble());
      }
      assertThat(interrupted.onBar(bars.get(i))).isEqualTo(undisturbed.get(i));
    }
  }

  @Test
  void alertsTakeTurns() {
    Map<String, List<String>> states = new TreeMap<>();
    for (EnsembleStep step : run(bars(2))) {
      for (Alert alert : step.alerts()) {
        states
            .computeIfAbsent(alert.level() + alert.key(), k -> new ArrayList<>())
            .add(alert.state().name());
      }
    }
    assertThat(states)
        .containsKeys("WARNINGLOW_SHARPE", "INFORETURN_DIVERGENCE", "INFOSHRINKAGE_COLLAPSE");
    states.remove("WARNINGDEGRADED"); // fires again when a reason joins
    states.forEach(
        (key, sequence) -> {
          for (int i = 0; i < sequence.size(); i++) {
            assertThat(sequence.get(i)).as(key).isEqualTo(i % 2 == 0 ? "FIRING" : "RESOLVED");
          }
        });
  }
}

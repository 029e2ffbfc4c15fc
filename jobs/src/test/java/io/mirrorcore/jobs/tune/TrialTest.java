package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.Judgement;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.config.wiring.WalkForward;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final Settings USERS =
      Settings.defaults()
          .with(Map.of("bars.interval", "1d", "backtest.train", 40, "backtest.test", 10));
  private static final Settings WALK = WalkForward.settings(USERS);
  private static final BacktestInputs INPUTS = new BacktestInputs(Map.of(), Path.of("returns.csv"));
  private static final List<StrategyReturns> RETURNS = RandomReturns.of(3, 300);
  private static final TrialPoint POINT = new TrialPoint(7, 120, 0.03);

  /** What the live engine decides with these settings, its bootstrap in full. */
  private static List<EnsembleWeights> decisions(Settings settings) {
    Ensemble ensemble = new Ensemble("main", Engines.ensemble(settings));
    StrategyOrder order = StrategyOrder.of(StrategyPlan.of(settings));
    List<EnsembleWeights> decisions = new ArrayList<>();
    for (StrategyReturns bar : RETURNS) {
      EnsembleWeights weights = ensemble.onBar(order.bar(bar)).weights();
      if (weights != null) {
        decisions.add(weights);
      }
    }
    return decisions;
  }

  private static Trial trial(Settings users, List<StrategyReturns> returns) {
    TunePlan plan = new TunePlan(users, INPUTS, "", null, TuneSettings.grid(users));
    return new Trial(plan.trials("main"), returns, null);
  }

  private static List<EnsembleWeights> ofTrial(Settings users) {
    List<EnsembleWeights> decisions = new ArrayList<>();
    trial(users, RETURNS).weights(POINT, decisions::add);
    return decisions;
  }

  @Test
  void weightsAreThoseOfTheBacktestThoughTheBootstrapIsCut() {
    List<EnsembleWeights> expected = decisions(TuneSettings.with(WALK, 120, 0.03));
    List<EnsembleWeights> actual = ofTrial(USERS);
    assertThat(actual).hasSameSizeAs(expected).hasSize(27);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).rebalance().weights())
          .isEqualTo(expected.get(i).rebalance().weights());
      assertThat(actual.get(i).target()).isEqualTo(expected.get(i).target());
      assertThat(actual.get(i).rebalance().decision())
          .isEqualTo(expected.get(i).rebalance().decision());
      assertThat(actual.get(i).target().lambda()).isEqualTo(120);
      assertThat(actual.get(i).target().eta()).isEqualTo(0.03);
    }
    assertThat(actual.get(1).confidence())
        .as("cut, or this test would show nothing")
        .isNotEqualTo(expected.get(1).confidence());
  }

  @Test
  void whereTheGateAsksForConfidenceNothingIsCut() {
    Settings event = USERS.with("backtest.mode", "event");
    assertThat(ofTrial(event)).isEqualTo(decisions(TuneSettings.with(event, 120, 0.03)));
  }

  @Test
  void isJudgedAsTheBacktestIs() {
    Settings settings = TuneSettings.with(WALK, 120, 0.03);
    BacktestResult report =
        BacktestEvaluation.of(
            RETURNS,
            decisions(settings),
            Judgement.of(settings, "", Trials.ONE, List.of()),
            Provenance.NONE);
    TrialResult result = trial(USERS, RETURNS).of(POINT);
    var figures = report.tracks().get(0).figures();
    assertThat(result.point()).isEqualTo(POINT);
    assertThat(result.sharpe()).isEqualTo(figures.ratios().sharpe());
    assertThat(result.annualReturn()).isEqualTo(figures.growth().annualReturn());
    assertThat(result.maxDrawdown()).isEqualTo(figures.risk().maxDrawdown());
    assertThat(result.turnover()).isEqualTo(figures.trading().averageTurnover()).isPositive();
    assertThat(result.returns()).hasSize(figures.bars());
  }

  @Test
  void leavesNothingBehindForTheNext() {
    Trial trial = trial(USERS, RETURNS);
    TrialResult alone = trial.of(POINT);
    TrialResult other = trial.of(new TrialPoint(8, 20, 0.2));
    assertThat(other.returns()).isNotEqualTo(alone.returns());
    assertThat(trial.of(POINT).returns()).isEqualTo(alone.returns());
  }

  @Test
  void scoresTheEnsembleWithCashWhereThatIsWhatRuns() {
    Settings cash = USERS.with("ensemble.cash.enabled", true);
    TrialResult with = trial(cash, RETURNS).of(POINT);
    assertThat(with.returns()).isNotEqualTo(trial(USERS, RETURNS).of(POINT).returns());
    assertThat(ofTrial(cash).get(0).rebalance().weights()).containsKey("CASH");
  }

  @Test
  void saysSoWhereThereIsNothingToJudge() {
    Trial trial = trial(USERS, RETURNS.subList(0, 20));
    assertThatThrownBy(() -> trial.of(POINT))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("no weights in 20 bars");
  }
}

package io.mirrorcore.jobs.operator.portfolio;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.backtest.live.Performance;
import io.mirrorcore.jobs.operator.symbol.SwitchedOn;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnsembleFunctionTest {

  private static final JobPlan PLAN =
      JobPlan.of(
          SwitchedOn.only("UT_BOT", "GRADIENT_TREND", "MEAN_REVERSION", "MOMENTUM_BREAKOUT"));

  private static final int COUNT = 200;

  private KeyedOneInputStreamOperatorTestHarness<String, PortfolioBar, EnsembleWeights> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PortfolioBar, EnsembleWeights>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new EnsembleFunction(PLAN.ensembles())),
        PortfolioBar::portfolio,
        Types.STRING);
  }

  /** A market of three symbols with a crash in it, and strategies that change their minds. */
  private static List<PortfolioBar> bars(String portfolio, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> ids = PLAN.strategies().ids();
    var ledger = new StrategyReturnsLedger(portfolio, ids, PLAN.ledger());
    double[][] minds = new double[3][ids.size()];
    double[] closes = {100, 50, 20};
    List<PortfolioBar> bars = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      List<SymbolPositions> symbols = new ArrayList<>();
      for (int s = 0; s < closes.length; s++) {
        closes[s] *= i == COUNT / 2 ? 0.8 : Math.exp(random.nextDouble(-0.002, 0.0021));
        int mind = random.nextInt(ids.size());
        minds[s][mind] = random.nextInt(3) - 1.0;
        symbols.add(new SymbolPositions("S" + s, closes[s], minds[s].clone()));
      }
      bars.add(ledger.onBar(i * MINUTE, symbols));
    }
    return bars;
  }

  private void give(List<PortfolioBar> bars) throws Exception {
    for (PortfolioBar bar : bars) {
      harness.processElement(bar, bar.time());
    }
  }

  private <T> List<T> side(OutputTag<T> tag) {
    Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  /** All that came out so far. */
  private Said said() {
    return new Said(
        harness.extractOutputValues(),
        side(EnsembleFunction.RETURNS),
        side(EnsembleFunction.POSITIONS),
        side(EnsembleFunction.PERFORMANCE),
        side(EnsembleFunction.ALERTS));
  }

  private record Said(
      List<EnsembleWeights> weights,
      List<StrategyReturns> returns,
      List<TargetPositions> positions,
      List<PerformanceRecord> performance,
      List<Alert> alerts) {

    static Said of(List<EnsembleStep> steps, List<Performance.Told> told) {
      List<Alert> alerts = new ArrayList<>();
      for (int i = 0; i < steps.size(); i++) {
        alerts.addAll(steps.get(i).alerts());
        alerts.addAll(told.get(i).alerts());
      }
      return new Said(
          steps.stream().map(EnsembleStep::weights).filter(Objects::nonNull).toList(),
          steps.stream().map(EnsembleStep::returns).filter(Objects::nonNull).toList(),
          steps.stream().map(EnsembleStep::positions).filter(Objects::nonNull).toList(),
          told.stream().map(Performance.Told::record).filter(Objects::nonNull).toList(),
          alerts);
    }

    Said and(Said later) {
      return new Said(
          join(weights, later.weights),
          join(returns, later.returns),
          join(positions, later.positions),
          join(performance, later.performance),
          join(alerts, later.alerts));
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
      List<T> both = new ArrayList<>(one);
      both.addAll(other);
      return both;
    }
  }

  @Test
  void whatTheEnsembleSaysGoesToWhereItBelongs() throws Exception {
    List<PortfolioBar> bars = bars("main", 4);
    give(bars);
    Ensemble ensemble = new Ensemble("main", PLAN.ensemble());
    Performance performance = new Performance(bars.get(0), PLAN.ensembles().performance("main"));
    List<EnsembleStep> steps = new ArrayList<>();
    List<Performance.Told> told = new ArrayList<>();
    for (PortfolioBar bar : bars) {
      EnsembleStep step = ensemble.onBar(bar);
      steps.add(step);
      told.add(performance.onBar(bar, step, ensemble.expectedReturn()));
    }
    Said expected = Said.of(steps, told);
    assertThat(expected.weights()).isNotEmpty();
    assertThat(expected.returns()).hasSize(COUNT - 1);
    assertThat(expected.positions()).isNotEmpty();
    assertThat(expected.performance()).isNotEmpty();
    assertThat(expected.alerts()).isNotEmpty();
    assertThat(said()).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    List<PortfolioBar> bars = bars("main", 4);
    give(bars);
    Said whole = said();
    for (int cut : new int[] {1, 20, 47, COUNT / 2, 150}) {
      harness.close();
      open();
      give(bars.subList(0, cut));
      Said before = said();
      OperatorSubtaskState state = harness.snapshot(1, 1);
      harness.close();
      harness = harness();
      harness.initializeState(state);
      harness.open();
      give(bars.subList(cut, COUNT));
      assertThat(before.and(said())).usingRecursiveComparison().isEqualTo(whole);
    }
  }

  @Test
  void portfoliosShareNothing() throws Exception {
    List<PortfolioBar> main = bars("main", 4);
    List<PortfolioBar> other = bars("other", 5);
    give(main);
    List<EnsembleWeights> alone = harness.extractOutputValues();
    harness.close();
    open();
    for (int i = 0; i < COUNT; i++) {
      give(List.of(other.get(i), main.get(i)));
    }
    assertThat(harness.extractOutputValues())
        .filteredOn(weights -> weights.portfolio().equals("main"))
        .usingRecursiveComparison()
        .isEqualTo(alone);
    assertThat(harness.extractOutputValues()).hasSizeGreaterThan(alone.size());
    assertThat(harness.numKeyedStateEntries()).isEqualTo(4);
  }
}

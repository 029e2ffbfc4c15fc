package io.mirrorcore.backtest.report;

import static io.mirrorcore.backtest.Records.noise;
import static io.mirrorcore.backtest.Records.randomWeights;
import static io.mirrorcore.backtest.Records.returns;
import static io.mirrorcore.backtest.Records.settings;
import static io.mirrorcore.backtest.Records.weights;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final int RUNS = 200;

  private static Verdict verdict(
      List<StrategyReturns> bars, List<EnsembleWeights> records, double costRate) {
    return BacktestEvaluation.of(bars, records, settings(100_000, costRate), Provenance.NONE)
        .verdict();
  }

  /** Five strategies without skill, weights drawn at random every 30 bars, and their cost. */
  @Test
  void noiseIsNotShownToBeBetter() {
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    for (int seed = 0; seed < RUNS; seed++) {
      List<StrategyReturns> bars = noise(new Random(seed), 390, 5, 0.01);
      List<EnsembleWeights> records = randomWeights(new Random(~seed), 90, 390, 30, 5);
      counts.merge(verdict(bars, records, 0.001).outcome(), 1, Integer::sum);
    }
    System.out.println("verdicts on " + RUNS + " runs of noise: " + counts);
    assertThat(counts.get(Verdict.Outcome.NOT_SHOWN)).isBetween(RUNS * 95 / 100, RUNS - 1);
  }

  /** All in the one strategy that has skill. */
  @Test
  void skillIsShownAndItsOppositeIsWorse() {
    Random random = new Random(1);
    List<StrategyReturns> bars = new ArrayList<>();
    for (int day = 1; day <= 700; day++) {
      double skilled = 0.003 + 0.01 * random.nextGaussian();
      bars.add(returns(day, skilled, 0.01 * random.nextGaussian(), 0.01 * random.nextGaussian()));
    }
    Verdict good = verdict(bars, List.of(weights(90, "INITIAL", 1, 0, 0)), 0.001);
    assertThat(good.outcome()).isEqualTo(Verdict.Outcome.SHOWN);
    assertThat(good.sentence()).isEqualTo("Better than equal weight: shown by this data.");
    assertThat(good.details().get(0)).endsWith("at 99 %, which leaves out 0.");
    assertThat(good.details()).anyMatch(detail -> detail.contains("Ensemble, A"));
    assertThat(good.details()).anyMatch(detail -> detail.startsWith("The data is long enough"));

    Verdict bad = verdict(bars, List.of(weights(90, "INITIAL", 0, 0.5, 0.5)), 0.001);
    assertThat(bad.outcome()).isEqualTo(Verdict.Outcome.WORSE);
    assertThat(bad.sentence()).startsWith("Worse than equal weight: shown by this data");
  }

  @Test
  void saysHowShortTheDataIs() {
    List<StrategyReturns> bars = noise(new Random(5), 120, 2, 0.01);
    Verdict verdict = verdict(bars, List.of(weights(90, "INITIAL", 0.7, 0.3)), 0);
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NOT_SHOWN);
    assertThat(verdict.sentence()).isEqualTo("Better than equal weight: not shown by this data.");
    assertThat(verdict.details().get(0)).endsWith("at 99 %, which covers 0.");
    assertThat(verdict.details())
        .anyMatch(
            detail ->
                detail.startsWith("The data is too short: 30 bars, where")
                    || detail.startsWith("The Sharpe ratio is not above 0"));
  }
}

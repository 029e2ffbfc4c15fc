package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.evidence.DeflatedSharpeRatio;
import io.mirrorcore.backtest.evidence.OverfittingProbability;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.TuningSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TuningJudgementTest {

  /** Trials with these drifts a bar, in standard deviations, on noise of their own. */
  private static List<TrialResult> trials(int bars, double... drifts) {
    List<TrialResult> results = new ArrayList<>();
    for (int i = 0; i < drifts.length; i++) {
      Random random = new Random(i);
      double[] returns = new double[bars];
      for (int t = 0; t < bars; t++) {
        returns[t] = 0.01 * (drifts[i] + random.nextGaussian());
      }
      double sharpe = ReturnMoments.of(returns).sharpe() * Math.sqrt(252);
      results.add(new TrialResult(i + 1, 50 + i, 0.05, sharpe, 0.1, 0.2, 0.3, returns));
    }
    return results;
  }

  private static double[][] returns(List<TrialResult> trials) {
    return trials.stream().map(TrialResult::returns).toArray(double[][]::new);
  }

  @Test
  void summaryIsMadeOfTheEvidenceOfAllTrials() {
    List<TrialResult> results = trials(1_600, 0, 0.02, 0.06, -0.01);
    TuningJudgement judgement = of("bayes", results);
    Trials trials = Trials.of(returns(results));
    assertThat(judgement.trials()).isEqualTo(trials);
    TuningSummary summary = judgement.summary();
    assertThat(summary.best()).isEqualTo(new TuningSummary.Best(3, 52, 0.05, null));
    assertThat(summary.rawTrials()).isEqualTo(4);
    assertThat(summary.effectiveTrials()).isEqualTo(trials.count()).isBetween(3.5, 4.0);
    assertThat(summary.dsr())
        .isEqualTo(DeflatedSharpeRatio.of(ReturnMoments.of(results.get(2).returns()), trials));
    assertThat(summary.pbo())
        .isEqualTo(OverfittingProbability.of(returns(results)).value())
        .isBetween(0.0, 0.5);
    assertThat(summary.trials().get(1).sharpe()).isEqualTo(results.get(1).sharpe());
    assertThat(summary.heatmap()).isNull();
  }

  @Test
  void aTrueWinnerIsSureAndNoiseIsNot() {
    TuningSummary winner = of("grid", trials(4_000, 0, 0, 0.2, 0, 0)).summary();
    assertThat(winner.pbo()).isCloseTo(0, within(0.01));
    assertThat(winner.dsr()).isGreaterThan(0.99);
    assertThat(TuningWording.of(winner).get(0))
        .startsWith("Best of 5 trials")
        .contains("is better than what luck gives")
        .contains("0.95 or more");
    TuningSummary noise = of("grid", trials(1_000, 0, 0, 0, 0, 0, 0, 0)).summary();
    assertThat(noise.dsr()).isLessThan(0.9);
    assertThat(TuningWording.of(noise).get(0))
        .contains("is not shown to be better than what luck gives")
        .contains("below 0.95");
  }

  @Test
  void overfittingIsToldInWordsByItsSize() {
    assertThat(pboWords(0.05)).contains("0.05: ").endsWith("tends to be good in the other.");
    assertThat(pboWords(0.3)).endsWith("is often no better than the median in the other.");
    assertThat(pboWords(0.55))
        .contains("little or nothing")
        .contains("choosing by chance gives 0.5");
  }

  private static String pboWords(double pbo) {
    TuningSummary.Trial trial = new TuningSummary.Trial(1, 50, 0.1, 0.5, 0.1, 0.2, 0.3, null);
    return TuningWording.of(
            new TuningSummary(
                "grid",
                List.of(trial),
                new TuningSummary.Best(1, 50, 0.1, null),
                pbo,
                0.9,
                1,
                1,
                null))
        .get(1);
  }

  @Test
  void ofEqualScoresTheFirstIsBest() {
    TrialResult one = new TrialResult(1, 50, 0.1, 0.7, 0.0, 0, 0, new double[] {0});
    TrialResult two = new TrialResult(2, 60, 0.1, 0.7, 0.0, 0, 0, new double[] {0});
    assertThat(TuningJudgement.best(List.of(two, one))).isSameAs(one);
  }

  @Test
  void fewBarsMakeFewBlocks() {
    assertThat(TuningJudgement.blocks(100_000)).isEqualTo(16);
    assertThat(TuningJudgement.blocks(128)).isEqualTo(16);
    assertThat(TuningJudgement.blocks(127)).isEqualTo(14);
    assertThat(TuningJudgement.blocks(40)).isEqualTo(4);
    assertThat(TuningJudgement.blocks(TuningJudgement.LEAST_BARS)).isEqualTo(2);
    assertThat(of("grid", trials(4, 0, 0.1)).summary().pbo()).isBetween(0.0, 1.0);
  }

  private static TuningJudgement of(String method, List<TrialResult> results) {
    return TuningJudgement.of(method, results, null, Collections.nCopies(results.size(), ""));
  }

  @Test
  void namesTheEdgesThatTheBestIsAt() {
    List<TuningSummary.Trial> trials =
        List.of(
            new TuningSummary.Trial(1, 50, 0.1, 0.5, 0.1, 0.2, 0.3, null),
            new TuningSummary.Trial(2, 100, 0.1, 0.4, 0.1, 0.2, 0.3, null),
            new TuningSummary.Trial(3, 300, 0.1, 0.6, 0.1, 0.2, 0.3, null));
    assertThat(edges(trials, 300))
        .containsExactly(
            "The best lambda, 300, is the greatest that was tried: a better one may lie beyond, but"
                + " each further trial counts as well.");
    assertThat(edges(trials, 50)).singleElement().asString().contains("50, is the least");
    assertThat(edges(trials, 100)).isEmpty();
  }

  /** Of an eta that had no other beside it nothing is said. */
  private static List<String> edges(List<TuningSummary.Trial> trials, double lambda) {
    TuningSummary.Trial best =
        trials.stream().filter(trial -> trial.lambda() == lambda).findFirst().orElseThrow();
    TuningSummary.Best chosen = new TuningSummary.Best(best.number(), lambda, 0.1, null);
    return TuningWording.of(
            new TuningSummary("grid", trials, chosen, 0.3, 0.9, trials.size(), 2, null))
        .subList(2, lambda == 100 ? 2 : 3);
  }
}

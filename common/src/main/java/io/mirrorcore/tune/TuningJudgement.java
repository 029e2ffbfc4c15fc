package io.mirrorcore.tune;

import io.mirrorcore.backtest.evidence.DeflatedSharpeRatio;
import io.mirrorcore.backtest.evidence.OverfittingProbability;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.TuningSummary;
import java.util.Comparator;
import java.util.List;

/**
 * The statistical verdict on the trials of a search: the best one, how probable it is that this is
 * no luck ({@link DeflatedSharpeRatio}), and how often the best in one half of history is below the
 * median in the other ({@link OverfittingProbability}).
 *
 * @param summary for the report
 * @param trials what the best has to be measured against
 */
public record TuningJudgement(TuningSummary summary, Trials trials) {

  /** Bars that a block should have, so that a run of good days is not cut to pieces. */
  private static final int BLOCK_BARS = 8;

  /** Bars that every trial must have: two blocks of two. */
  public static final int LEAST_BARS = 4;

  /**
   * Judges.
   *
   * @param method {@code grid} or {@code bayes}
   * @param results of at least two trials, in order, each of the same bars, at least {@value
   *     #LEAST_BARS}
   * @param heatmap of a grid, or null
   */
  public static TuningJudgement of(
      String method, List<TrialResult> results, TuningSummary.Heatmap heatmap) {
    double[][] returns = results.stream().map(TrialResult::returns).toArray(double[][]::new);
    Trials trials = Trials.of(returns);
    TrialResult best = best(results);
    TuningSummary summary =
        new TuningSummary(
            method,
            results.stream().map(TuningJudgement::row).toList(),
            new TuningSummary.Best(best.number(), best.lambda(), best.eta()),
            OverfittingProbability.of(returns, blocks(best.returns().length)).value(),
            DeflatedSharpeRatio.of(ReturnMoments.of(best.returns()), trials),
            results.size(),
            trials.count(),
            heatmap);
    return new TuningJudgement(summary, trials);
  }

  /** Of the highest Sharpe ratio, and of equal ones the first. */
  static TrialResult best(List<TrialResult> results) {
    return results.stream()
        .max(
            Comparator.comparingDouble(TrialResult::sharpe)
                .thenComparing(TrialResult::number, Comparator.reverseOrder()))
        .orElseThrow(() -> new IllegalArgumentException("there must be at least 1 trial"));
  }

  private static TuningSummary.Trial row(TrialResult result) {
    return new TuningSummary.Trial(
        result.number(),
        result.lambda(),
        result.eta(),
        result.sharpe(),
        result.annualReturn(),
        result.maxDrawdown(),
        result.turnover());
  }

  /** S of the overfitting probability: 16, fewer where the bars are few, always even. */
  static int blocks(int bars) {
    int blocks = Math.min(OverfittingProbability.DEFAULT_BLOCKS, bars / BLOCK_BARS);
    return Math.max(2, blocks - blocks % 2);
  }
}

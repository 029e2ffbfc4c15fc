package io.mirrorcore.tune;

import io.mirrorcore.backtest.evidence.DeflatedSharpeRatio;
import io.mirrorcore.backtest.evidence.OverfittingProbability;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.TuningSummary;
import java.util.Arrays;
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

  /** Returns over the bars that all have: strategies that warm up for longer begin later. */
  private static double[][] together(List<TrialResult> results) {
    int bars = results.stream().mapToInt(trial -> trial.returns().length).min().orElseThrow();
    return results.stream()
        .map(TrialResult::returns)
        .map(all -> Arrays.copyOfRange(all, all.length - bars, all.length))
        .toArray(double[][]::new);
  }

  /** Bars that every trial must have: two blocks of two. */
  public static final int LEAST_BARS = 4;

  /**
   * Judges.
   *
   * @param method {@code grid} or {@code bayes}
   * @param results of at least two trials, in order, that end alike, of at least {@value
   *     #LEAST_BARS} bars
   * @param heatmap of a grid, or null
   * @param variants of the strategies that were tried too, by trial; "" for none
   */
  public static TuningJudgement of(
      String method,
      List<TrialResult> results,
      TuningSummary.Heatmap heatmap,
      List<String> variants) {
    double[][] returns = together(results);
    Trials trials = Trials.of(returns);
    TrialResult best = best(results);
    TuningSummary summary =
        new TuningSummary(
            method,
            results.stream().map(result -> row(result, variants)).toList(),
            best(results, variants),
            OverfittingProbability.of(returns, blocks(returns[0].length)).value(),
            DeflatedSharpeRatio.of(ReturnMoments.of(best.returns()), trials),
            results.size(),
            trials.count(),
            heatmap);
    return new TuningJudgement(summary, trials);
  }

  /**
   * The trial that is chosen.
   *
   * @param variants of the strategies, by trial
   */
  public static TuningSummary.Best best(List<TrialResult> results, List<String> variants) {
    TrialResult best = best(results);
    return new TuningSummary.Best(
        best.number(), best.lambda(), best.eta(), variant(best, variants));
  }

  private static String variant(TrialResult result, List<String> variants) {
    String label = variants.get(result.number() - 1);
    return label.isEmpty() ? null : label;
  }

  /** Of the highest Sharpe ratio, and of equal ones the first. */
  static TrialResult best(List<TrialResult> results) {
    return results.stream()
        .max(
            Comparator.comparingDouble(TrialResult::sharpe)
                .thenComparing(TrialResult::number, Comparator.reverseOrder()))
        .orElseThrow(() -> new IllegalArgumentException("there must be at least 1 trial"));
  }

  private static TuningSummary.Trial row(TrialResult result, List<String> variants) {
    return new TuningSummary.Trial(
        result.number(),
        result.lambda(),
        result.eta(),
        result.sharpe(),
        result.annualReturn(),
        result.maxDrawdown(),
        result.turnover(),
        variant(result, variants));
  }

  /** S of the overfitting probability: 16, fewer where the bars are few, always even. */
  static int blocks(int bars) {
    int blocks = Math.min(OverfittingProbability.DEFAULT_BLOCKS, bars / BLOCK_BARS);
    return Math.max(2, blocks - blocks % 2);
  }
}

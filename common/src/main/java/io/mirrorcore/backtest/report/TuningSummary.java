package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.evidence.DeflatedSharpeRatio;
import io.mirrorcore.backtest.evidence.EffectiveTrials;
import io.mirrorcore.backtest.evidence.OverfittingProbability;
import java.util.List;

/**
 * The tuning run that chose the parameters.
 *
 * @param method {@code grid} or {@code bayes}
 * @param trials all that were made, in order
 * @param best the one that was chosen
 * @param pbo {@link OverfittingProbability}, in [0, 1]
 * @param dsr {@link DeflatedSharpeRatio} of the best, in [0, 1]
 * @param rawTrials number of trials
 * @param effectiveTrials {@link EffectiveTrials}, in [1, rawTrials]
 * @param heatmap scores over the grid; null where there was none
 */
public record TuningSummary(
    String method,
    List<Trial> trials,
    Best best,
    double pbo,
    double dsr,
    int rawTrials,
    double effectiveTrials,
    Heatmap heatmap) {

  public TuningSummary {
    trials = List.copyOf(trials);
  }

  /**
   * One candidate and what it came to out of sample.
   *
   * @param number from 1 on
   * @param lambda risk aversion
   * @param eta turnover penalty
   * @param sharpe annualised
   * @param annualReturn geometric; null where the bars are less than a quarter of a year
   * @param maxDrawdown in [0, 1]
   * @param turnover mean a rebalance
   * @param strategies parameters of strategies that were tried too; null where none were
   */
  public record Trial(
      int number,
      double lambda,
      double eta,
      double sharpe,
      Double annualReturn,
      double maxDrawdown,
      double turnover,
      String strategies) {}

  /**
   * The winner.
   *
   * @param number of the trial
   * @param lambda risk aversion
   * @param eta turnover penalty
   * @param strategies parameters of strategies that were tried too; null where none were
   */
  public record Best(int number, double lambda, double eta, String strategies) {}

  /**
   * Sharpe ratios over the grid.
   *
   * @param lambda of the rows
   * @param eta of the columns
   * @param sharpe a row per lambda, a column per eta
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
  public record Heatmap(double[] lambda, double[] eta, double[][] sharpe) {}
}

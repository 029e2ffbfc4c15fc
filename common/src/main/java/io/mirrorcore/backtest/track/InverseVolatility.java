package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.ReturnMoments;
import java.util.Arrays;

/**
 * Weights in inverse proportion to the standard deviation of the returns that the optimiser saw:
 * what is left of the optimum when correlations and means are not believed. Needs no parameter, and
 * is the second of the baselines.
 *
 * <p>Over the last {@code observations} rows up to the due time, which is the window of the
 * record's own estimate. Strategies that the record calls INACTIVE get nothing, and neither does
 * one whose return never changed, which is not safe but idle; if all that are left are such, they
 * share equally. Two rows are needed: with fewer, too, the active ones share equally.
 */
public final class InverseVolatility {

  private final ReturnTable table;
  private final WeightsHistory history;

  private InverseVolatility(ReturnTable table, WeightsHistory history) {
    this.table = table;
    this.history = history;
  }

  /** To be followed at every due time of the records. */
  public static TargetRule rule(ReturnTable table, WeightsHistory history) {
    InverseVolatility weights = new InverseVolatility(table, history);
    return TargetRule.at(history, due -> true, weights::target);
  }

  private double[] target(int due) {
    WeightsHistory.Entry entry = history.get(due);
    int end = table.rowsUpTo(entry.time());
    int start = Math.max(0, end - entry.observations());
    double[] weights = new double[table.strategies().size()];
    for (int k = 0; k < weights.length; k++) {
      double deviation = entry.inactive()[k] ? 0 : deviation(start, end, k);
      weights[k] = deviation > 0 ? 1 / deviation : 0;
    }
    double sum = sum(weights);
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      weights = active(entry, weights.length);
      sum = sum(weights);
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  private double deviation(int start, int end, int strategy) {
    if (end - start < 2) {
      return 0;
    }
    double[] returns = new double[end - start];
    for (int row = start; row < end; row++) {
      returns[row - start] = table.get(row, strategy);
    }
    return ReturnMoments.of(returns).deviation();
  }

  /** 1 for each active strategy; for all where none is. */
  private static double[] active(WeightsHistory.Entry entry, int strategies) {
    double[] flags = new double[strategies];
    int count = 0;
    for (int k = 0; k < flags.length; k++) {
      flags[k] = entry.inactive()[k] ? 0 : 1;
      count += entry.inactive()[k] ? 0 : 1;
    }
    if (count == 0) {
      Arrays.fill(flags, 1);
    }
    return flags;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

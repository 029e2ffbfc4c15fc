package io.mirrorcore.backtest.track;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** When a track may trade, and what to: by due time, counted from 0, and by sleeve. */
public non-sealed interface TargetRule extends TrackRule {

  /** How many due times there are, 1 or more. */
  int dues();

  /** The close that a due time is of; ascending. */
  long time(int due);

  /** Whether it trades at all then; the weights are left to drift where not. */
  boolean trades(int due);

  /**
   * What it trades to, by sleeve; asked only where it trades, and at the track's first due time.
   */
  double[] target(int due);

  /** The last due time at or before {@code time}; the first of all where none is. */
  default int dueAt(long time) {
    int due = 0;
    while (due + 1 < dues() && time(due + 1) <= time) {
      due++;
    }
    return due;
  }

  /** The due times of records of weights, with a rule of its own. */
  static TargetRule at(WeightsHistory history, IntPredicate trades, IntFunction<double[]> target) {
    return new TargetRule() {
      @Override
      public int dues() {
        return history.size();
      }

      @Override
      public long time(int due) {
        return history.get(due).time();
      }

      @Override
      public boolean trades(int due) {
        return trades.test(due);
      }

      @Override
      public double[] target(int due) {
        return target.apply(due);
      }
    };
  }

  /**
   * What was held before the evaluation starts, which a book that is kept on has to know; the
   * newest last.
   */
  default List<WeightsHistory.Entry> before() {
    return List.of();
  }

  /** The weights in force of each record, where it changed them; held ones are left to drift. */
  static TargetRule published(WeightsHistory history) {
    return new PublishedWeights(history);
  }

  /** All in one sleeve, bought once and held. */
  static TargetRule only(WeightsHistory history, int sleeve) {
    double[] weights = new double[sleeve + 1];
    weights[sleeve] = 1;
    return at(history, due -> false, due -> weights);
  }

  /** Nothing is ever bought. */
  static TargetRule nothing(WeightsHistory history) {
    double[] weights = {};
    return at(history, due -> false, due -> weights);
  }

  /** Equal weights of all sleeves that are {@code in}. */
  static double[] equal(boolean[] in) {
    double[] weights = new double[in.length];
    int count = 0;
    for (boolean chosen : in) {
      count += chosen ? 1 : 0;
    }
    double share = 1.0 / Math.max(1, count);
    Arrays.setAll(weights, k -> in[k] ? share : 0);
    return weights;
  }
}

package io.mirrorcore.backtest.track;

import java.util.Arrays;

/** What a track wants to hold at each due time of the ensemble. */
public interface TargetRule {

  /** Whether it trades at all then; the weights are left to drift where not. */
  boolean trades(int due);

  /**
   * What it trades to, by column; asked only where it trades, and at the track's first due time.
   */
  double[] target(int due);

  /** The weights in force of each record, where it changed them; held ones are left to drift. */
  static TargetRule published(WeightsHistory history) {
    return new TargetRule() {
      @Override
      public boolean trades(int due) {
        return history.get(due).applied();
      }

      @Override
      public double[] target(int due) {
        return history.get(due).weights();
      }
    };
  }

  /** 1/n each, at every due time. */
  static TargetRule equalWeight(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return new TargetRule() {
      @Override
      public boolean trades(int due) {
        return true;
      }

      @Override
      public double[] target(int due) {
        return weights;
      }
    };
  }

  /** All in strategy {@code k} of {@code n}, bought once and held. */
  static TargetRule only(int k, int n) {
    double[] weights = new double[n];
    weights[k] = 1;
    return new TargetRule() {
      @Override
      public boolean trades(int due) {
        return false;
      }

      @Override
      public double[] target(int due) {
        return weights;
      }
    };
  }
}

package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.EvaluatedBar;
import java.util.Map;

/** Looks on while one track is run: told what it holds at each close, and what that brought. */
public interface TrackWatch {

  /** Nobody looks on. */
  TrackWatch NONE =
      new TrackWatch() {
        @Override
        public void prepared(EvaluatedBar bar, Map<String, Double> positions) {}

        @Override
        public void decided(EvaluatedBar bar, Holding holding) {}

        @Override
        public void earned(EvaluatedBar bar, double before, double after) {}
      };

  /**
   * What is held from a close on.
   *
   * @param capital at that close, in units of that at the start
   * @param positions by symbol, share of the capital; empty where the symbols are not known
   * @param weights in force, by sleeve; may end before the last
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, once
  record Holding(double capital, Map<String, Double> positions, double[] weights) {}

  /**
   * What was held from a close before the evaluation's start on, by symbol; only where the symbols
   * are known and something was decided by then.
   */
  void prepared(EvaluatedBar bar, Map<String, Double> positions);

  /** What is held from the close of {@code bar} on. */
  void decided(EvaluatedBar bar, Holding holding);

  /**
   * What the bar that ends now brought.
   *
   * @param before capital at its start, in units of that at the start of all
   * @param after capital at its end
   */
  void earned(EvaluatedBar bar, double before, double after);
}

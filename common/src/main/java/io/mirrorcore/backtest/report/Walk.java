package io.mirrorcore.backtest.report;

import java.io.Serializable;
import java.util.Objects;

/**
 * How the due times of a backtest come about.
 *
 * @param mode of the two ways
 * @param train bars of an estimate, 0 or more; in walk-forward at least 2
 * @param test bars between two due times, 0 or more; in walk-forward at least 1
 * @param anchored whether the estimate begins with the first bar instead of rolling
 */
public record Walk(BacktestMode mode, int train, int test, boolean anchored)
    implements Serializable {

  public Walk {
    Objects.requireNonNull(mode, "mode");
    boolean walks = mode == BacktestMode.WALK_FORWARD;
    atLeast("train", train, walks ? 2 : 0);
    atLeast("test", test, walks ? 1 : 0);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + " bars; have " + value);
    }
  }
}

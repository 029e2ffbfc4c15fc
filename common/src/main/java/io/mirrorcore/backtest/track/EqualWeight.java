package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Sleeves;
import java.util.Arrays;

/**
 * 1/N of the strategies that have had a position so far, HOLD not among them: what has to be
 * beaten. Who will have a position one day nobody knows at the time; a running job and a backtest
 * therefore share capital out alike. Where none has had one, all share it.
 *
 * @param sleeves by which weights are ordered
 * @param hold place of the strategy HOLD, or -1
 */
public record EqualWeight(Sleeves sleeves, int hold) {

  /**
   * Weights by sleeve.
   *
   * @param had whether the strategy has had a position so far, by strategy
   */
  public double[] of(boolean[] had) {
    return TargetRule.equal(chosen(had, sleeves.strategies()));
  }

  /** The same with the market as one more. */
  public double[] withMarket(boolean[] had) {
    boolean[] chosen = chosen(had, Math.max(sleeves.market() + 1, sleeves.strategies()));
    chosen[sleeves.market()] = true;
    return TargetRule.equal(chosen);
  }

  private boolean[] chosen(boolean[] had, int length) {
    boolean[] chosen = Arrays.copyOf(had, length);
    if (hold >= 0) {
      chosen[hold] = false;
    }
    boolean any = false;
    for (boolean one : chosen) {
      any |= one;
    }
    if (!any) {
      Arrays.fill(chosen, 0, sleeves.strategies(), true);
    }
    return chosen;
  }
}

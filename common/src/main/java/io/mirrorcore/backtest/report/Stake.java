package io.mirrorcore.backtest.report;

import java.io.Serializable;

/**
 * What is put in, and what trading takes of it.
 *
 * @param capital at the start, above 0
 * @param costRate of trading between strategies, share of the turnover of weights, in [0, 1]; the
 *     cost of positions is not in it
 */
public record Stake(double capital, double costRate) implements Serializable {

  public Stake {
    if (!(capital > 0 && capital < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("capital must be above 0; have " + capital);
    }
    if (!(costRate >= 0 && costRate <= 1)) {
      throw new IllegalArgumentException("cost must be in [0, 1]; have " + costRate);
    }
  }
}

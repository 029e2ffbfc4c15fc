package io.mirrorcore.backtest.account;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What weights become while nobody trades between strategies: the measure of turnover.
 *
 * <pre>
 *   trade to a target at the close of t:   turnover = sum_k |target_k - v_k|   (k without cash)
 *                                          v = target
 *   bar t+1:                               v_k = v_k (1 + R_k) / (1 + sum_j v_j R_j)
 * </pre>
 *
 * <p>Before the first trade all is uninvested: the build-up has turnover 1 where the target adds up
 * to 1. Cash is neither bought nor sold: its leg of a trade costs nothing, or leaving a strategy
 * for cash would cost twice what it does. A strategy that lost more than all it had goes on with a
 * negative weight, so that no debt is forgiven.
 */
public final class WeightDrift {

  private final double[] weights;
  private final int cash;

  /**
   * @param sleeves 1 or more
   * @param cash the sleeve that is cash, or -1
   */
  public WeightDrift(int sleeves, int cash) {
    weights = new double[sleeves];
    this.cash = cash;
  }

  /**
   * Trades to {@code target}, by sleeve; a sleeve beyond its end gets nothing.
   *
   * @return the turnover, 0 or more
   */
  public double trade(double[] target) {
    double turnover = 0;
    for (int k = 0; k < weights.length; k++) {
      double wanted = k < target.length ? target[k] : 0;
      turnover += k == cash ? 0 : Math.abs(wanted - weights[k]);
      weights[k] = wanted;
    }
    return turnover;
  }

  /** Takes in one bar: simple return by sleeve. */
  public void drift(double[] returns) {
    double gross = 0;
    for (int k = 0; k < weights.length; k++) {
      gross += weights[k] * returns[k];
    }
    if (!(gross > -1)) {
      return; // nothing is left to have shares of
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] * (1 + returns[k]) / (1 + gross);
    }
  }

  public double weight(int k) {
    return weights[k];
  }

  /** How many there are. */
  public int sleeves() {
    return weights.length;
  }

  public void save(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (double weight : weights) {
      out.writeDouble(weight);
    }
  }

  /**
   * Reads what {@link #save} has written, perhaps of other sleeves.
   *
   * @param places of the saved sleeves among those of now; -1 of one that is gone
   */
  public void load(DataInput in, int[] places) throws IOException {
    Arrays.fill(weights, 0);
    int length = in.readInt();
    for (int k = 0; k < length; k++) {
      double weight = in.readDouble();
      if (places[k] >= 0) {
        weights[places[k]] = weight;
      }
    }
  }
}

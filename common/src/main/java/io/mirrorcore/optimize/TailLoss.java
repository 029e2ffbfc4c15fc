package io.mirrorcore.optimize;

import java.util.Arrays;

/**
 * Conditional value at risk of some weights over equally likely scenarios: the mean loss over the
 * worst share {@code 1 - beta} of them, the last one counted in part (Rockafellar &amp; Uryasev
 * 2002, proposition 8). A loss is a negative return; below 0 the tail still gains.
 */
final class TailLoss {

  private TailLoss() {}

  /**
   * @param scenarios {@code T x N} returns, T at least 1
   * @param beta in [0, 1)
   */
  static double of(double[][] scenarios, double beta, double[] weights) {
    double[] returns = new double[scenarios.length];
    for (int t = 0; t < returns.length; t++) {
      for (int i = 0; i < weights.length; i++) {
        returns[t] += scenarios[t][i] * weights[i];
      }
    }
    Arrays.sort(returns);
    double most = largestWeight(returns.length, beta);
    double left = 1;
    double loss = 0;
    for (int t = 0; t < returns.length && left > 0; t++) {
      double share = Math.min(most, left);
      loss -= share * returns[t];
      left -= share;
    }
    return loss;
  }

  /** {@code 1 / ((1 - beta) T)}: the most that one scenario may count. */
  static double largestWeight(int scenarios, double beta) {
    return 1 / ((1 - beta) * scenarios);
  }
}

package io.mirrorcore.optimize.problem;

import java.util.Arrays;
import java.util.List;

/**
 * The least conditional value at risk over equally likely scenarios (Rockafellar &amp; Uryasev
 * 2000):
 *
 * <pre>
 *   min   mean loss of w over the worst share 1 - beta of the scenarios
 *   s.t.  sum w = 1,  lower &lt;= w &lt;= upper,  sum of w over group G &lt;= cap_G
 * </pre>
 *
 * @param scenarios {@code T x N} returns, T at least 1
 * @param beta share of the scenarios that is not in the tail, in [0, 1)
 * @param box lower and upper bounds
 * @param groups caps on groups; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record TailLossProblem(double[][] scenarios, double beta, Box box, List<GroupCap> groups) {

  /**
   * Conditional value at risk of some weights: the mean loss over the worst share {@code 1 - beta}
   * of the scenarios, the last one counted in part (Rockafellar &amp; Uryasev 2002, proposition 8).
   * A loss is a negative return; below 0 the tail still gains.
   */
  public double loss(double[] weights) {
    double[] returns = new double[scenarios.length];
    for (int t = 0; t < returns.length; t++) {
      for (int i = 0; i < weights.length; i++) {
        returns[t] += scenarios[t][i] * weights[i];
      }
    }
    Arrays.sort(returns);
    double most = largestScenarioWeight();
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
  public double largestScenarioWeight() {
    return 1 / ((1 - beta) * scenarios.length);
  }

  /** The largest return of a scenario, in size. */
  public double largestReturn() {
    double largest = 0;
    for (double[] row : scenarios) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}

package io.mirrorcore.optimize.problem;

/**
 * A cap on the sum of several weights: {@code sum of w_i over the members <= cap}. Groups may
 * overlap.
 *
 * @param name for messages
 * @param members indices of strategies, each once
 * @param cap finite
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record GroupCap(String name, int[] members, double cap) {

  /** The weight of the members together. */
  public double weight(double[] weights) {
    double sum = 0;
    for (int i : members) {
      sum += weights[i];
    }
    return sum;
  }

  /** What is left under the cap; negative where it is exceeded. */
  public double slack(double[] weights) {
    return cap - weight(weights);
  }
}

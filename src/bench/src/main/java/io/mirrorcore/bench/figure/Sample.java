package io.mirrorcore.bench.figure;

import java.util.Arrays;
import java.util.List;

/**
 * The same quantity measured once in each round. The median stands for it and the spread says how
 * far rounds were apart: means follow the one round in which a neighbour was busy.
 *
 * @param values one a round, at least one, all finite
 */
public record Sample(List<Double> values) {

  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("values must be finite and at least one; have " + values);
    }
  }

  /** Middle value; of an even number the mean of the middle two. */
  public double median() {
    double[] sorted = sorted();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** From the least to the largest value as a share of the median; 0 of a single round. */
  public double spread() {
    double[] sorted = sorted();
    double range = sorted[sorted.length - 1] - sorted[0];
    return range == 0 ? 0 : range / Math.abs(median());
  }

  private double[] sorted() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}

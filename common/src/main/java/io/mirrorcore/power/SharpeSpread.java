package io.mirrorcore.power;

import java.util.Arrays;

/**
 * A figure over all markets.
 *
 * @param mean of it
 * @param low what 5 % of the markets are below
 * @param high what 5 % of the markets are above
 */
public record SharpeSpread(double mean, double low, double high) {

  private static final double TAIL = 0.05;

  static SharpeSpread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new SharpeSpread(
        Arrays.stream(values).sum() / values.length, at(sorted, TAIL), at(sorted, 1 - TAIL));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}

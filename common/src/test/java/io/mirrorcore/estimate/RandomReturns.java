package io.mirrorcore.estimate;

import java.util.Random;

/** Returns like those of strategies: a common factor, own noise, now and then a fat tail. */
final class RandomReturns {

  private RandomReturns() {}

  static double[][] of(Random random, int rows, int n) {
    double[][] returns = new double[rows][];
    for (int t = 0; t < rows; t++) {
      returns[t] = row(random, n);
    }
    return returns;
  }

  static double[] row(Random random, int n) {
    double tail = random.nextInt(20) == 0 ? 4 : 1;
    double market = 0.006 * tail * random.nextGaussian();
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = market + 0.002 * (i + 1) * tail * random.nextGaussian();
    }
    return row;
  }

  /** {@code factor x + offset}, everywhere. */
  static double[][] map(double[][] returns, double factor, double offset) {
    double[][] mapped = new double[returns.length][];
    for (int t = 0; t < mapped.length; t++) {
      mapped[t] = returns[t].clone();
      for (int i = 0; i < mapped[t].length; i++) {
        mapped[t][i] = factor * mapped[t][i] + offset;
      }
    }
    return mapped;
  }
}

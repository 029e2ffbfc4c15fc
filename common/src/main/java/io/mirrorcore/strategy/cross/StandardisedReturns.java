package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.Window;
import java.util.List;

/** Returns as rows of mean 0 and length 1 (0 where constant): their products are correlations. */
final class StandardisedReturns {

  private StandardisedReturns() {}

  /**
   * One row a symbol, oldest first.
   *
   * @param lag bars by which the rows are behind, 0: up to now
   * @param bars length of a row
   */
  static double[][] of(List<Window> rings, int lag, int bars) {
    double[][] rows = new double[rings.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = of(rings.get(i), lag, bars);
    }
    return rows;
  }

  private static double[] of(Window ring, int lag, int bars) {
    double[] row = new double[bars];
    double sum = 0;
    for (int i = 0; i < bars; i++) {
      row[i] = ring.latest(lag + bars - 1 - i);
      sum += row[i];
    }
    double mean = sum / bars;
    double squares = 0;
    for (int i = 0; i < bars; i++) {
      row[i] -= mean;
      squares += row[i] * row[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < bars; i++) {
      row[i] = length > 0 ? row[i] / length : 0;
    }
    return row;
  }

  static double product(double[] a, double[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return product;
  }
}

package io.mirrorcore.indicator.statistic;

/**
 * Which lags of a pair {@link GrangerCausality} need not test: those at which no evidence can be.
 *
 * <pre>
 *   columns y_1 x_1 y_2 x_2 .. y_K x_K, targets y_0 and x_0, over the rows t = K .. T-1
 *   A'A = L L'    z = L^-1 A'target    R'(k) = target'target - sum of the first 2 k squares of z
 * </pre>
 *
 * <p>The first 2 k columns are the regressors of lag k, on the last rows of its sample. Leaving
 * rows out leaves no more residual than there was: R'(k) is at most R1(k), and one factorisation
 * bounds the residuals of every lag, both ways. Where the bound is above the greatest R1/R0 that is
 * evidence, the test would find none. Of independent series nine lags in ten are settled so, for a
 * third of what the tests cost; nothing that is told changes by it.
 *
 * <p>An instance is working space of one thread.
 */
final class GrangerScreen {

  /**
   * Of the target's square: more than rounding, of columns that are no more collinear than this.
   */
  private static final double ROUNDING = 1e-6;

  /** Of a column's square, below which the bound is not to be trusted. */
  private static final double COLLINEAR = 1e-4;

  private final int maxLag;
  private final double[] quantiles;
  private final double[][] factor;
  private final double[] ofY;
  private final double[] ofX;

  /**
   * @param quantiles greatest R1/R0 that is evidence, by lag 1 .. K
   */
  GrangerScreen(int maxLag, double[] quantiles) {
    this.maxLag = maxLag;
    this.quantiles = quantiles;
    factor = new double[2 * maxLag][2 * maxLag];
    ofY = new double[2 * maxLag];
    ofX = new double[2 * maxLag];
  }

  /**
   * Lags to be tested, as bits.
   *
   * @param cross products of lags 0 .. K of y with those of x over the rows of lag K, about their
   *     means, row-major
   */
  int toTest(LaggedSeries y, LaggedSeries x, double[] cross) {
    int size = maxLag + 1;
    double[] yy = y.moments(maxLag);
    double[] xx = x.moments(maxLag);
    double leftOfY = yy[0];
    double leftOfX = xx[0];
    int open = 0;
    for (int k = 1; k <= maxLag; k++) {
      int row = 2 * (k - 1);
      for (int j = 1; j <= k; j++) {
        factor[row][2 * j - 2] = yy[k * size + j];
        factor[row][2 * j - 1] = cross[k * size + j];
        factor[row + 1][2 * j - 2] = cross[j * size + k];
        factor[row + 1][2 * j - 1] = xx[k * size + j];
      }
      ofY[row] = yy[k * size];
      ofX[row] = cross[k * size];
      ofY[row + 1] = cross[k];
      ofX[row + 1] = xx[k * size];
      if (!eliminate(row) || !eliminate(row + 1)) {
        return open | ((-1 << k) & ((1 << size) - 1));
      }
      leftOfY -= ofY[row] * ofY[row] + ofY[row + 1] * ofY[row + 1];
      leftOfX -= ofX[row] * ofX[row] + ofX[row + 1] * ofX[row + 1];
      if (!(leftOfY - ROUNDING * yy[0] > quantiles[k] * y.residual(k))
          || !(leftOfX - ROUNDING * xx[0] > quantiles[k] * x.residual(k))) {
        open |= 1 << k;
      }
    }
    return open;
  }

  /** One row of L and of both z; false where the column is nearly one of those before. */
  private boolean eliminate(int row) {
    double[] of = factor[row];
    double square = of[row];
    double rest = square;
    for (int j = 0; j < row; j++) {
      double[] by = factor[j];
      double entry = of[j];
      for (int c = 0; c < j; c++) {
        entry -= of[c] * by[c];
      }
      entry *= by[j];
      of[j] = entry;
      rest -= entry * entry;
      ofY[row] -= entry * ofY[j];
      ofX[row] -= entry * ofX[j];
    }
    if (!(rest > COLLINEAR * square)) {
      return false;
    }
    of[row] = 1 / Math.sqrt(rest);
    ofY[row] *= of[row];
    ofX[row] *= of[row];
    return true;
  }
}

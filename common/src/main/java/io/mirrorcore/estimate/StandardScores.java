package io.mirrorcore.estimate;

/**
 * Mean, deviation and correlation of the columns of a window, two-pass and divided by the number of
 * rows. A column that never changes has deviation 0, and correlates with none but itself.
 *
 * @param mean n means
 * @param deviation n standard deviations, 0 or more
 * @param correlation {@code n x n}, row-major, ones on the diagonal
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record StandardScores(double[] mean, double[] deviation, double[] correlation) {

  /**
   * Of a window that {@link ReturnWindow} has let through.
   *
   * @param returns {@code T x n}
   */
  static StandardScores of(double[][] returns, int n) {
    int rows = returns.length;
    double[] mean = new double[n];
    for (double[] row : returns) {
      for (int i = 0; i < n; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < n; i++) {
      mean[i] /= rows;
    }
    double[] x = Scatter.room(n, rows);
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < rows; t++) {
        x[i * rows + t] = returns[t][i] - mean[i];
      }
    }
    double[] moments = Scatter.of(x, n, rows);
    double[] deviation = new double[n];
    for (int i = 0; i < n; i++) {
      deviation[i] = isConstant(returns, i) ? 0 : Math.sqrt(moments[i * n + i] / rows);
    }
    return new StandardScores(mean, deviation, correlation(moments, deviation, rows));
  }

  /** Its deviation from its own rounded mean is rounding, and no deviation. */
  private static boolean isConstant(double[][] returns, int column) {
    int t = 1;
    while (t < returns.length && returns[t][column] == returns[0][column]) {
      t++;
    }
    return t == returns.length;
  }

  private static double[] correlation(double[] moments, double[] deviation, int rows) {
    int n = deviation.length;
    double[] correlation = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = rows * deviation[i] * deviation[j];
        correlation[i * n + j] = scale > 0 ? moments[i * n + j] / scale : 0;
      }
      correlation[i * n + i] = 1;
    }
    return correlation;
  }

  /** Annual Sharpe ratios; 0 for a column that never changes. */
  double[] sharpe(double periodsPerYear) {
    double[] sharpe = new double[mean.length];
    for (int i = 0; i < sharpe.length; i++) {
      sharpe[i] = deviation[i] > 0 ? mean[i] / deviation[i] * Math.sqrt(periodsPerYear) : 0;
    }
    return sharpe;
  }
}

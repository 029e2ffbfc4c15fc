package io.mirrorcore.backtest.evidence;

/**
 * Pearson's correlation between series. One that never changes has none: 0 with all others. The
 * diagonal is 1.
 */
public final class Correlations {

  private Correlations() {}

  /**
   * The matrix of all pairs.
   *
   * @param series at least one, all of one length
   * @return square, symmetric, each in [-1, 1]
   */
  public static double[][] of(double[][] series) {
    int n = series.length;
    double[] means = new double[n];
    double[] scales = new double[n];
    for (int i = 0; i < n; i++) {
      if (series[i].length != series[0].length) {
        throw new IllegalArgumentException(
            "all must have " + series[0].length + " bars; one has " + series[i].length);
      }
      ReturnMoments moments = ReturnMoments.of(series[i]);
      means[i] = moments.mean();
      scales[i] = moments.deviation() * Math.sqrt(series[i].length - 1.0);
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double r = 0;
        if (scales[i] > 0 && scales[j] > 0) {
          r = products(series[i], means[i], series[j], means[j]) / scales[i] / scales[j];
        }
        matrix[i][j] = Math.max(-1, Math.min(1, r)) + 0.0;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  private static double products(double[] a, double meanA, double[] b, double meanB) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += (a[t] - meanA) * (b[t] - meanB);
    }
    return sum;
  }
}

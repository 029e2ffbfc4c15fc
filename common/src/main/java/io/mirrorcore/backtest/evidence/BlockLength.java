package io.mirrorcore.backtest.evidence;

/**
 * The mean block of the stationary bootstrap that fits a series' memory: Politis and White (2004),
 * "Automatic block-length selection for the dependent bootstrap", as corrected by Patton, Politis
 * and White (2009).
 *
 * <pre>
 *   b = (2 G^2 / D)^(1/3) T^(1/3),   D = 2 g(0)^2
 *   G = sum lambda(k/M) |k| R(k),    g(0) = sum lambda(k/M) R(k)       k = -M .. M
 * </pre>
 *
 * <p>R the autocovariance, lambda the flat-top window (1 up to 1/2, then falling to 0), M twice the
 * first lag from which on max(5, log10 T) autocorrelations stay within 2 sqrt(log10 T / T). At most
 * 3 sqrt(T) and T/3, at least 1; 1 too for fewer than 8 rows, from which no memory can be told.
 */
final class BlockLength {

  private static final int FEWEST = 8;

  private BlockLength() {}

  /** Mean length in rows, 1 or more. */
  static double of(double[] series) {
    int n = series.length;
    if (n < FEWEST) {
      return 1;
    }
    int run = Math.max(5, (int) StrictMath.log10(n));
    int longest = (int) Math.ceil(Math.sqrt(n)) + run;
    double[] covariances = covariances(series, Math.min(longest, n - 1));
    double limit = 2 * Math.sqrt(StrictMath.log10(n) / n) * covariances[0];
    int window = Math.min(covariances.length - 1, window(covariances, run, limit));
    return length(covariances, window, n);
  }

  private static double[] covariances(double[] series, int lags) {
    double mean = ReturnMoments.of(series).mean();
    double[] covariances = new double[lags + 1];
    for (int k = 0; k <= lags; k++) {
      double sum = 0;
      for (int t = k; t < series.length; t++) {
        sum += (series[t] - mean) * (series[t - k] - mean);
      }
      covariances[k] = sum / series.length;
    }
    return covariances;
  }

  /** M: twice the first of {@code run} lags in a row within the limit; all lags where none is. */
  private static int window(double[] covariances, int run, double limit) {
    int within = 0;
    for (int k = 1; k < covariances.length - 1; k++) {
      within = Math.abs(covariances[k]) < limit ? within + 1 : 0;
      if (within == run) {
        return 2 * (k - run + 1);
      }
    }
    return covariances.length - 1;
  }

  private static double length(double[] covariances, int window, int n) {
    double slope = 0;
    double level = covariances[0];
    for (int k = 1; k <= window; k++) {
      double weight = 2 * k <= window ? 1 : 2 * (1 - (double) k / window);
      slope += 2 * weight * k * covariances[k];
      level += 2 * weight * covariances[k];
    }
    if (!(Math.abs(level) > 0)) {
      return 1;
    }
    double length = StrictMath.cbrt(slope * slope / (level * level) * n);
    double most = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
    return Math.max(1, Math.min(length, most));
  }
}

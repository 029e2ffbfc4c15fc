package io.mirrorcore.backtest.evidence;

/**
 * The first four moments of a series of returns. Deviations from the mean are taken in a second
 * pass, and the mean is summed as differences from the first return, so that a constant series has
 * a deviation of exactly 0.
 *
 * @param count returns, 1 or more
 * @param mean a bar
 * @param deviation standard deviation a bar, n - 1 in the denominator; 0 of a single return
 * @param skewness m3 / m2^1.5 of the central moments over n; 0 where nothing varies
 * @param kurtosis m4 / m2^2, raw: 3 of a normal distribution, and 3 where nothing varies
 */
public record ReturnMoments(
    int count, double mean, double deviation, double skewness, double kurtosis) {

  private static final double NORMAL_KURTOSIS = 3;

  /**
   * Of a series.
   *
   * @param returns simple returns, at least one, finite
   */
  public static ReturnMoments of(double[] returns) {
    int n = returns.length;
    if (n < 1) {
      throw new IllegalArgumentException("there must be at least 1 return; have 0");
    }
    double mean = mean(returns);
    double squares = 0;
    for (double x : returns) {
      squares += (x - mean) * (x - mean);
    }
    double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
    double scale = Math.sqrt(squares / n);
    if (!(deviation > 0)) {
      return new ReturnMoments(n, mean, 0, 0, NORMAL_KURTOSIS);
    }
    double cubes = 0;
    double fourths = 0;
    for (double x : returns) {
      double z = (x - mean) / scale;
      cubes += z * z * z;
      fourths += z * z * z * z;
    }
    return new ReturnMoments(n, mean, deviation, cubes / n, fourths / n);
  }

  private static double mean(double[] returns) {
    double sum = 0;
    for (double x : returns) {
      sum += x - returns[0];
    }
    return returns[0] + sum / returns.length;
  }

  /** mean / deviation, a bar; 0 where nothing varies, as in the weights record. */
  public double sharpe() {
    return deviation > 0 ? FiniteRatio.bounded(mean / deviation) : 0;
  }
}

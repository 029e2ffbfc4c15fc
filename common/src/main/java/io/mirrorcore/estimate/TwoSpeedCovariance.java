package io.mirrorcore.estimate;

/**
 * Covariance with one half-life for volatilities, which change within weeks, and a longer one for
 * correlations, which need more returns than they have weeks (as RiskMetrics 2006 and Barra do).
 *
 * <pre>
 *   Sigma = D R D
 *   f     weights of half-life 40 d over the newest 240 d,  g  of half-life 250 d over all rows
 *   D_i   max( sqrt(sum_t f_t x_ti^2), 0.25 G_i ),   G_i = sqrt(sum_t g_t x_ti^2)
 *   R     0.9 C + 0.1 I,   C_ij = sum_t g_t x_ti x_tj / (G_i G_j)
 * </pre>
 *
 * Around zero and not the mean: over a window of years a mean return is noise that is much smaller
 * than the deviation. The floor keeps a strategy that was flat for a month from looking riskless. A
 * strategy without any return but 0 has variance 0 and correlates with none.
 *
 * @param volatility D, N deviations per period
 * @param covariance Sigma, {@code N x N} per period; its shrinkage is that of the correlation
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record TwoSpeedCovariance(double[] volatility, Covariance covariance) {

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, a row a period, newest last, {@code T >= 1}, finite
   * @param daysPerPeriod length of a period, above 0: 1 for a day, 7 for a week
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static TwoSpeedCovariance of(double[][] returns, double daysPerPeriod, TwoSpeeds speeds) {
    if (!(daysPerPeriod > 0)) {
      throw new IllegalArgumentException("daysPerPeriod must be above 0; have " + daysPerPeriod);
    }
    int n = ReturnWindow.columns(returns, 1);
    double[] slow = HalfLife.weights(returns.length, speeds.slowHalfLife() / daysPerPeriod);
    double[] moments = Scatter.of(weighted(returns, n, slow), n, returns.length);
    return of(moments, fast(returns, n, daysPerPeriod, speeds), speeds);
  }

  /**
   * The same of its moments.
   *
   * @param slow {@code sum_t g_t x_ti x_tj}, which becomes the covariance
   * @param volatility fast deviation of each column, which becomes D
   */
  static TwoSpeedCovariance of(double[] slow, double[] volatility, TwoSpeeds speeds) {
    int n = volatility.length;
    double[] deviation = new double[n];
    for (int i = 0; i < n; i++) {
      deviation[i] = Math.sqrt(slow[i * n + i]);
      volatility[i] = Math.max(volatility[i], speeds.floor() * deviation[i]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = deviation[i] * deviation[j];
        double correlation = scale > 0 ? slow[i * n + j] / scale : 0;
        slow[i * n + j] = (1 - speeds.shrinkage()) * correlation * volatility[i] * volatility[j];
      }
      slow[i * n + i] = volatility[i] * volatility[i];
    }
    return new TwoSpeedCovariance(volatility, new Covariance(slow, n, speeds.shrinkage()));
  }

  /** The fast deviation of each column. */
  private static double[] fast(double[][] returns, int n, double daysPerPeriod, TwoSpeeds speeds) {
    long window = Math.max(1, Math.round(speeds.fastWindow() / daysPerPeriod));
    int rows = (int) Math.min(returns.length, window);
    double[] weights = HalfLife.weights(rows, speeds.fastHalfLife() / daysPerPeriod);
    double[] deviation = new double[n];
    for (int t = 0; t < rows; t++) {
      double[] row = returns[returns.length - rows + t];
      for (int i = 0; i < n; i++) {
        deviation[i] += weights[t] * row[i] * row[i];
      }
    }
    for (int i = 0; i < n; i++) {
      deviation[i] = Math.sqrt(deviation[i]);
    }
    return deviation;
  }

  /** {@code sqrt(g_t) x_t}, column by column. */
  private static double[] weighted(double[][] returns, int n, double[] weights) {
    int rows = returns.length;
    double[] x = Scatter.room(n, rows);
    for (int t = 0; t < rows; t++) {
      double root = Math.sqrt(weights[t]);
      for (int i = 0; i < n; i++) {
        x[i * rows + t] = root * returns[t][i];
      }
    }
    return x;
  }
}

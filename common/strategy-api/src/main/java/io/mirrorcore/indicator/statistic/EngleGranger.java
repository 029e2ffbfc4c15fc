package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Ratio;

/**
 * Test for the cointegration of two series of log prices a and b (Engle &amp; Granger 1987): the
 * residual e of one on the other, and the Dickey-Fuller t of that residual.
 *
 * <pre>
 *   a_t = intercept + hedge b_t + e_t                          (least squares)
 *   e_t - e_(t-1) = rho e_(t-1) + u_t                          (no lags, no constant)
 *   t = rho / se(rho), df = n - 2        z = e_n / SD(e)
 * </pre>
 *
 * <p>Under the null hypothesis t does not follow Student's distribution: at 5 %, two series and 60
 * bars its critical value is about -3.4. Where there is no spread (a constant series, or two
 * identical ones whose residual is rounding) t and z are 0, which passes no test.
 *
 * @param hedge units of b per unit of a, in logs: an elasticity
 * @param tStatistic of rho; the further below 0, the stronger the residual reverts
 * @param z the newest residual in its own standard deviations (n - 1)
 * @param deviation that standard deviation; 0 where there is no spread to speak of
 */
public record EngleGranger(double hedge, double tStatistic, double z, double deviation) {

  /** Least share of a's variance that is spread and not rounding. */
  private static final double LEAST_SHARE = 1e-16;

  /** Rounding of the logarithm of a price. */
  private static final double LOG_ROUNDING = 1e-14;

  /**
   * Fits a on b.
   *
   * @param a log prices less their mean, oldest first
   * @param b of the same length n, at least 3
   */
  public static EngleGranger of(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    double hedge = Ratio.of(ab, bb, 0);
    double floor = Math.max(LEAST_SHARE * aa, a.length * LOG_ROUNDING * LOG_ROUNDING);
    return residual(a, b, hedge, floor);
  }

  private static EngleGranger residual(double[] a, double[] b, double hedge, double floor) {
    double e = a[0] - hedge * b[0];
    double squares = 0;
    double steps = 0;
    double product = 0;
    for (int i = 1; i < a.length; i++) {
      double next = a[i] - hedge * b[i];
      double step = next - e;
      squares += e * e;
      steps += step * step;
      product += e * step;
      e = next;
    }
    double total = squares + e * e;
    if (!(total > floor)) {
      return new EngleGranger(hedge, 0, 0, 0);
    }
    double rho = Ratio.of(product, squares, 0);
    double variance = (steps - rho * product) / (a.length - 2);
    double t = Ratio.of(rho, Math.sqrt(variance / squares), 0);
    double deviation = Math.sqrt(total / (a.length - 1));
    return new EngleGranger(hedge, t, e / deviation, deviation);
  }
}

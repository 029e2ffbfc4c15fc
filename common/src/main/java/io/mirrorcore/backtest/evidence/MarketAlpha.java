package io.mirrorcore.backtest.evidence;

/**
 * What a track earned beyond a multiple of the market (Jensen 1968), and how firmly that is known:
 * errors robust to changing variance and to memory (Newey &amp; West 1987, lags by their rule of
 * 1994).
 *
 * <pre>
 *   y_t = alpha + beta x_t + e_t                         least squares
 *   psi_t = e_t (1 - m (x_t - m) / v) / n                what row t does to alpha;  m, v of x
 *   se^2  = sum_l k_l sum_t psi_t psi_(t-l),  k_l = 1 - |l| / (L + 1),  |l| &lt;= L
 *   L     = floor(4 (n/100)^(2/9))
 * </pre>
 *
 * Asks for less data than a difference of Sharpe ratios does: what the track has in common with the
 * market is taken out of both sides. Where the market never moved, beta is 0 and alpha the mean.
 *
 * @param annual alpha a year, simple
 * @param beta of the track on the market
 * @param t alpha over its standard error; 0 where that is 0
 * @param low lower end of the 95 % interval of alpha, a year
 * @param high upper end
 */
public record MarketAlpha(double annual, double beta, double t, double low, double high) {

  /** Of the normal distribution, both sides. */
  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * Of two series on the same bars.
   *
   * @param track its returns, 3 or more
   * @param market returns of the market, as many
   * @param barsPerYear above 0
   */
  public static MarketAlpha of(double[] track, double[] market, double barsPerYear) {
    int n = track.length;
    if (n < 3 || market.length != n) {
      throw new IllegalArgumentException(
          "track and market must have the same 3 or more bars; have "
              + n
              + " and "
              + market.length);
    }
    double meanTrack = ReturnMoments.of(track).mean();
    double meanMarket = ReturnMoments.of(market).mean();
    double variance = 0;
    double together = 0;
    for (int i = 0; i < n; i++) {
      double x = market[i] - meanMarket;
      variance += x * x / n;
      together += x * (track[i] - meanTrack) / n;
    }
    double beta = variance > 0 ? together / variance : 0;
    double alpha = meanTrack - beta * meanMarket;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      double x = market[i] - meanMarket;
      double error = track[i] - meanTrack - beta * x;
      double leverage = variance > 0 ? meanMarket * x / variance : 0;
      influence[i] = error * (1 - leverage) / n;
    }
    double error = Math.sqrt(NeweyWest.variance(influence, lags(n)));
    return new MarketAlpha(
        alpha * barsPerYear,
        beta,
        error > 0 ? FiniteRatio.bounded(alpha / error) : 0,
        (alpha - NORMAL_95 * error) * barsPerYear,
        (alpha + NORMAL_95 * error) * barsPerYear);
  }

  /** L, below n. */
  static int lags(int n) {
    return NeweyWest.lags(n);
  }
}

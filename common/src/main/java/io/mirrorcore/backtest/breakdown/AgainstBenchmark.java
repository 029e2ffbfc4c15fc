package io.mirrorcore.backtest.breakdown;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.track.YearShare;

/**
 * A track beside a benchmark that is bought and held. y_t is the track's net return over bar t, x_t
 * the benchmark's, Y the bars of a year.
 *
 * <pre>
 *   beta         cov(x, y) / var(x)
 *   alpha        (mean(y) - beta mean(x)) Y                     Jensen 1968, cash at 0
 *   correlation  cov(x, y) / (sd(x) sd(y))
 *   up capture   ((prod (1 + y_t))^(1/n) - 1) / ((prod (1 + x_t))^(1/n) - 1)
 *                over the n bars with x_t &gt; 0; down capture: with x_t &lt; 0   (Morningstar)
 * </pre>
 *
 * <p>Where the benchmark never moved, beta is 0, alpha the mean, and the rest unknown.
 *
 * @param track its name
 * @param alpha a year, simple; null where the bars are less than a quarter of a year
 * @param beta units of the track's return per unit of the benchmark's
 * @param correlation in [-1, 1]; null where either never moved
 * @param upCapture share of the benchmark's gains that the track had, 1: all; null without one
 * @param downCapture share of its losses; null without one
 */
public record AgainstBenchmark(
    String track,
    Double alpha,
    double beta,
    Double correlation,
    Double upCapture,
    Double downCapture) {

  /**
   * Of two series on the same bars.
   *
   * @param returns of the track, at least one
   * @param benchmark its returns, as many
   */
  public static AgainstBenchmark of(
      String track, double[] returns, double[] benchmark, double barsPerYear) {
    int n = returns.length;
    if (n < 1 || benchmark.length != n) {
      throw new IllegalArgumentException(
          "track and benchmark must have the same bars, 1 or more; have %d and %d"
              .formatted(n, benchmark.length));
    }
    ReturnMoments own = ReturnMoments.of(returns);
    ReturnMoments other = ReturnMoments.of(benchmark);
    double together = 0;
    for (int t = 0; t < n; t++) {
      together += (benchmark[t] - other.mean()) * (returns[t] - own.mean());
    }
    together /= Math.max(1, n - 1);
    double variance = other.deviation() * other.deviation();
    double beta = variance > 0 ? FiniteRatio.bounded(together / variance) : 0;
    double alpha = FiniteRatio.bounded((own.mean() - beta * other.mean()) * barsPerYear);
    double both = own.deviation() * other.deviation();
    return new AgainstBenchmark(
        track,
        YearShare.isTold(n, barsPerYear) ? (Double) alpha : null,
        beta,
        both > 0 ? (Double) Math.max(-1, Math.min(1, together / both)) : null,
        capture(returns, benchmark, 1),
        capture(returns, benchmark, -1));
  }

  /** Over the bars in which the benchmark has that sign. */
  private static Double capture(double[] returns, double[] benchmark, int sign) {
    double own = 0;
    double other = 0;
    int bars = 0;
    for (int t = 0; t < returns.length; t++) {
      if (sign * benchmark[t] > 0) {
        own += StrictMath.log1p(returns[t]);
        other += StrictMath.log1p(benchmark[t]);
        bars++;
      }
    }
    return bars == 0
        ? null
        : (Double)
            (0.0 // without the sign of a minus zero
                + FiniteRatio.bounded(
                    StrictMath.expm1(own / bars) / StrictMath.expm1(other / bars)));
  }
}

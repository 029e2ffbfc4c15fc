package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Volatility of a series, and its beta on another, over the last {@code window} bars at each bar:
 *
 * <pre>
 *   volatility_t = sqrt(Y sum (y - m_y)^2 / (w - 1))
 *   beta_t       = sum (x - m_x)(y - m_y) / sum (x - m_x)^2
 * </pre>
 *
 * <p>As {@link TrailingSharpe} does, the moments of a window are put together from those of the end
 * of one block of {@code window} bars and of the beginning of the next (Chan, Golub and LeVeque
 * 1983): what has left the window leaves no rounding behind, and the cost of a bar does not depend
 * on the window.
 */
public final class RollingMoments {

  private final double[] volatility;
  private final double[] beta; // null without another series
  private final int window;

  private RollingMoments(int bars, boolean withBeta, int window) {
    volatility = new double[bars];
    beta = withBeta ? new double[bars] : null;
    this.window = window;
  }

  /** Sums of products about the means of n pairs. */
  private record Sums(int n, double meanX, double meanY, double xx, double xy, double yy) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    Sums with(double x, double y) {
      return and(new Sums(1, x, y, 0, 0, 0));
    }

    Sums and(Sums other) {
      if (n == 0 || other.n == 0) {
        return n == 0 ? other : this;
      }
      int all = n + other.n;
      double dx = other.meanX - meanX;
      double dy = other.meanY - meanY;
      double share = (double) n * other.n / all;
      return new Sums(
          all,
          meanX + dx * other.n / all,
          meanY + dy * other.n / all,
          xx + other.xx + dx * dx * share,
          xy + other.xy + dx * dy * share,
          yy + other.yy + dy * dy * share);
    }
  }

  /**
   * Of the net returns of a track.
   *
   * @param returns by bar
   * @param other returns of what beta is on, as many; null: no beta
   * @param window bars, 2 or more
   * @param barsPerYear above 0
   */
  public static RollingMoments of(
      double[] returns, double[] other, int window, double barsPerYear) {
    if (window < 2) {
      throw new IllegalArgumentException("window must be at least 2; have " + window);
    }
    RollingMoments rolling = new RollingMoments(returns.length, other != null, window);
    double[] x = other == null ? new double[returns.length] : other;
    for (int start = 0; start < returns.length; start += window) {
      rolling.block(x, returns, start, barsPerYear);
    }
    return rolling;
  }

  /** The bars from {@code start} on, whose windows reach back into the block before. */
  private void block(double[] x, double[] y, int start, double barsPerYear) {
    int end = Math.min(start + window, y.length);
    Sums[] before = start == 0 ? null : suffixes(x, y, start);
    Sums now = Sums.NONE;
    for (int t = start; t < end; t++) {
      now = now.with(x[t], y[t]);
      Sums all = before == null ? now : before[window - 1 - (t - start)].and(now);
      volatility[t] = Math.sqrt(all.yy() / (window - 1) * barsPerYear);
      if (beta != null) {
        beta[t] = all.xx() > 0 ? FiniteRatio.bounded(all.xy() / all.xx()) : 0;
      }
    }
  }

  /** Element j is of the last j bars before {@code start}. */
  private Sums[] suffixes(double[] x, double[] y, int start) {
    Sums[] suffixes = new Sums[window];
    suffixes[0] = Sums.NONE;
    for (int j = 1; j < window; j++) {
      suffixes[j] = suffixes[j - 1].with(x[start - j], y[start - j]);
    }
    return suffixes;
  }

  /** Annualised, by bar; null while there are fewer bars than the window. */
  public List<Double> volatility() {
    return new Course(volatility, window);
  }

  /** By bar; null while there are fewer bars than the window. Null without another series. */
  public List<Double> beta() {
    return beta == null ? null : new Course(beta, window);
  }

  private static final class Course extends AbstractList<Double> implements RandomAccess {

    private final double[] values;
    private final int window;

    Course(double[] values, int window) {
      this.values = values;
      this.window = window;
    }

    @Override
    public Double get(int t) {
      return t < window - 1 ? null : Double.valueOf(values[t]);
    }

    @Override
    public int size() {
      return values.length;
    }
  }
}

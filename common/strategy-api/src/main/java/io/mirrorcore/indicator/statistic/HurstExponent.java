package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Generalised Hurst exponent of order 2 over the last n closes.
 *
 * <pre>
 *   m_k = mean over i of (ln c_(i+k) - ln c_i)^2,  both closes among the last n
 *   H_s = least-squares slope of ln sqrt(m_k) on ln k, k = 1..s
 * </pre>
 *
 * <p>About 0.5 for a random walk, above where moves go on, below where they turn back. Three
 * mistakes of the textbook version: {@code 2 * slope} is right only when the square root of the
 * deviation is fitted; {@code np.diff(prices, lag)} is the lag-th <em>order</em> difference, not
 * the lagged one; and lags to 100 with the mean removed, on 200 closes, give a random walk a median
 * H of 0.32, which would always read as "mean-reverting". Source: T. Di Matteo, "Multi-scaling in
 * finance" (2007), with q = 2.
 *
 * <p>Sums of squares are kept per lag: a close costs O(longest lag). At each close the sum of one
 * lag, in turn, is computed again from the window in O(n), so that rounding errors neither build up
 * nor outlast an extreme value. Where all closes a lag apart are equal there is no logarithm and H
 * is {@link #RANDOM_WALK}.
 */
public final class HurstExponent implements Stateful {

  /** The exponent of a series that says nothing. */
  public static final double RANDOM_WALK = 0.5;

  private final Window logs;
  private final double[] squares;
  private final double[] logLags;
  private final double[] logDeviations;
  private int freshLag = 1;
  private boolean stale = true;

  /**
   * @param closes n, more than {@code longestLag}
   * @param longestLag at least 2
   */
  public HurstExponent(int closes, int longestLag) {
    if (longestLag < 2) {
      throw new IllegalArgumentException("longestLag must be at least 2; have " + longestLag);
    }
    if (closes <= longestLag) {
      throw new IllegalArgumentException(
          "closes must be more than longestLag, " + longestLag + "; have " + closes);
    }
    logs = new Window(closes);
    squares = new double[longestLag + 1];
    logLags = new double[longestLag + 1];
    logDeviations = new double[longestLag + 1];
    for (int lag = 1; lag <= longestLag; lag++) {
      logLags[lag] = StrictMath.log(lag);
    }
  }

  public void add(double close) {
    double log = StrictMath.log(close);
    if (logs.isFull()) {
      forgetOldest();
    }
    int lags = Math.min(squares.length - 1, logs.size());
    for (int lag = 1; lag <= lags; lag++) {
      double change = log - logs.latest(lag - 1);
      squares[lag] += change * change;
    }
    logs.add(log);
    squares[freshLag] = sumOfSquares(freshLag);
    freshLag = freshLag % (squares.length - 1) + 1;
    stale = true;
  }

  private void forgetOldest() {
    for (int lag = 1; lag < squares.length; lag++) {
      double change = logs.get(lag) - logs.oldest();
      squares[lag] = Math.max(0, squares[lag] - change * change);
    }
  }

  private double sumOfSquares(int lag) {
    double sum = 0;
    for (int i = lag; i < logs.size(); i++) {
      double change = logs.get(i) - logs.get(i - lag);
      sum += change * change;
    }
    return sum;
  }

  /** Whether n closes have been seen. */
  public boolean isReady() {
    return logs.isFull();
  }

  /**
   * H_s, the slope over lags 1 to {@code scale}; ask only when ready.
   *
   * @param scale s, in [2, longest lag]
   */
  public double value(int scale) {
    if (scale < 2 || scale >= squares.length) {
      throw new IllegalArgumentException(
          "scale must be in [2, " + (squares.length - 1) + "]; have " + scale);
    }
    if (stale) {
      takeLogarithms();
      stale = false;
    }
    double meanX = mean(logLags, scale);
    double meanY = mean(logDeviations, scale);
    double products = 0;
    double spread = 0;
    for (int lag = 1; lag <= scale; lag++) {
      double x = logLags[lag] - meanX;
      products += x * (logDeviations[lag] - meanY);
      spread += x * x;
    }
    return Ratio.of(products, spread, RANDOM_WALK);
  }

  private void takeLogarithms() {
    for (int lag = 1; lag < squares.length; lag++) {
      logDeviations[lag] = 0.5 * StrictMath.log(squares[lag] / (logs.size() - lag));
    }
  }

  private static double mean(double[] values, int last) {
    double sum = 0;
    for (int i = 1; i <= last; i++) {
      sum += values[i];
    }
    return sum / last;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    logs.save(out);
    out.writeInt(freshLag);
    for (int lag = 1; lag < squares.length; lag++) {
      out.writeDouble(squares[lag]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    logs.load(in);
    freshLag = in.readInt();
    Arrays.fill(squares, 0);
    for (int lag = 1; lag < squares.length; lag++) {
      squares[lag] = in.readDouble();
    }
    stale = true;
  }
}

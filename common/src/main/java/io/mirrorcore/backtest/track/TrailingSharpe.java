package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Annualised Sharpe ratio of the last {@code window} returns, which knows nothing of those to come:
 * a running job and a backtest get the same number, to the bit. 0 where the returns in the window
 * do not vary.
 *
 * <p>Returns are taken in by blocks of {@code window}. The moments of a window are put together
 * from those of the end of one block and of the beginning of the next (Chan, Golub and LeVeque
 * 1983):
 *
 * <pre>
 *   n = a + b,  d = m_a - m_b,   m = m_b + d a/n,   M = M_a + M_b + d^2 a b/n
 * </pre>
 *
 * <p>So what has left the window leaves no rounding behind, and the cost of a bar does not depend
 * on the window. Memory, and state: {@code window} numbers.
 */
public final class TrailingSharpe implements Stateful {

  private final int window;
  private final double root;
  private final double[] ring; // up to filled of the block at work, then of the block before
  private final double[] endMeans;
  private final double[] endSquares;
  private boolean hasBlockBefore;
  private int filled;
  private double mean;
  private double squares;
  private int unchanged;

  /**
   * One that has seen nothing yet.
   *
   * @param window bars, 2 or more
   * @param barsPerYear above 0
   */
  public TrailingSharpe(int window, double barsPerYear) {
    if (window < 2) {
      throw new IllegalArgumentException("window must be at least 2; have " + window);
    }
    this.window = window;
    root = Math.sqrt(barsPerYear);
    ring = new double[window];
    endMeans = new double[window + 1];
    endSquares = new double[window + 1];
  }

  /**
   * The window of an ensemble's own: that of its estimate, but a year at most, or one that looks
   * back for five years would have no ratio before they are over.
   *
   * @param estimate its window
   * @return bars, 2 or more
   */
  public static int window(int estimate, double barsPerYear) {
    return (int) Math.max(2, Math.min(estimate, Math.round(barsPerYear)));
  }

  /** Takes in the net return of one bar. */
  public void add(double value) {
    if (filled == window) {
      hasBlockBefore = true;
      sumFromEnd(0);
      filled = 0;
    }
    double last = ring[(filled + window - 1) % window];
    boolean first = filled == 0 && !hasBlockBefore;
    unchanged = !first && value == last ? unchanged + 1 : 1;
    ring[filled++] = value;
    takeIn(filled, value);
  }

  private void takeIn(int count, double value) {
    double before = count == 1 ? 0 : mean;
    double delta = value - before;
    mean = before + delta / count;
    squares = (count == 1 ? 0 : squares) + delta * (value - mean);
  }

  /** Element j becomes of the j last bars of the block before; down to the place {@code from}. */
  private void sumFromEnd(int from) {
    for (int j = 1; j <= window - from; j++) {
      double value = ring[window - j];
      double delta = value - endMeans[j - 1];
      endMeans[j] = endMeans[j - 1] + delta / j;
      endSquares[j] = endSquares[j - 1] + delta * (value - endMeans[j]);
    }
  }

  /** Whether there were {@code window} returns. */
  public boolean isKnown() {
    return hasBlockBefore || filled == window;
  }

  /** The ratio; only where {@link #isKnown}. */
  public double value() {
    int left = window - filled;
    double apart = endMeans[left] - mean;
    double all = mean + apart * left / window;
    double variance =
        (endSquares[left] + squares + apart * apart * left * filled / window) / (window - 1);
    boolean varies = unchanged < window && variance > 0;
    return varies ? FiniteRatio.bounded(all / Math.sqrt(variance) * root) : 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(window);
    out.writeInt(filled);
    out.writeBoolean(hasBlockBefore);
    out.writeInt(unchanged);
    for (int i = 0; i < (hasBlockBefore ? window : filled); i++) {
      out.writeDouble(ring[i]);
    }
  }

  /** What was saved with another window is read and forgotten: the ratio begins again. */
  @Override
  public void load(DataInput in) throws IOException {
    int saved = in.readInt();
    int savedFilled = in.readInt();
    boolean savedBefore = in.readBoolean();
    int savedUnchanged = in.readInt();
    boolean same = saved == window;
    for (int i = 0; i < (savedBefore ? saved : savedFilled); i++) {
      double value = in.readDouble();
      if (same) {
        ring[i] = value;
      }
    }
    filled = same ? savedFilled : 0;
    hasBlockBefore = same && savedBefore;
    unchanged = same ? savedUnchanged : 0;
    mean = 0;
    squares = 0;
    if (hasBlockBefore) {
      sumFromEnd(filled);
    }
    for (int i = 0; i < filled; i++) {
      takeIn(i + 1, ring[i]);
    }
  }
}

package io.mirrorcore.estimate;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * {@link LedoitWolf} of the last rows at O(N^2) a row instead of O(T N^2), equal to it to 1e-12 at
 * any time. Owns its window, so that sums and rows cannot fall apart: T x N numbers of memory
 * beside the N x N of the sums. Where the set of columns changes, build a new one from the rows of
 * the new set: {@link #of}.
 *
 * <pre>
 *   x_t   row t less the mean                C   = sum_t x_t x_t'
 *   q4    = sum_t ||x_t||^4                  v3  = sum_t ||x_t||^2 x_t
 *
 *   row b enters and row a leaves (0 while the window grows), both less the old mean:
 *   C + bb' - aa',  q4 + ||b||^4 - ||a||^4,  v3 + ||b||^2 b - ||a||^2 a;    s = (b - a) / T
 *   and then from the old mean to the new one, s away:
 *   q4 := q4 - 4 s'v3 + 4 s'Cs + 2 tr(C) s's - 3T (s's)^2
 *   v3 := v3 - tr(C) s - 2 Cs + 2T (s's) s
 *   C  := C - T ss'
 * </pre>
 *
 * <p>Rounding adds up, and an outlier leaves its rounding behind when it goes. So all sums are made
 * anew from the window when it has moved by its own length, which costs O(N^2) a row amortised, and
 * as soon as q4 or the scatter of a column falls below a tenth of its highest since the last time
 * (NaN after an overflow included): an outlier gone, or a column that has become constant, which
 * then is exactly 0. A tenth, as it keeps the error some 20 times below 1e-12 even under returns
 * without a variance, and those make the sums anew only a fifth more often. Everything is reckoned
 * from an origin, the oldest row of that time, so that returns far from 0 keep their digits.
 *
 * <p>A savepoint holds all the sums and the count, not the rows alone: sums that were down-dated
 * differ from sums made anew in their last bits, so a run that made them anew at restore, or at
 * every savepoint, would differ from an undisturbed one. As it is, the two are the same to the bit,
 * whenever and however often savepoints are taken.
 */
public final class SlidingLedoitWolf implements Stateful {

  /** Highest over present value of a sum from which on its rounding is too much of it. */
  private static final double COLLAPSE = 10;

  private final int n;
  private final int capacity;

  private final RowRing rows;
  private final double[] origin;
  private final double[] mean;
  private final double[] scatter;
  private final double[] v3;
  private double q4;

  private int slides;
  private final double[] highestScatter;
  private double highestQ4;

  // Of one step; here to spare their allocation.
  private final double[] in;
  private final double[] out;
  private final double[] shift;
  private final double[] product;

  /**
   * An empty window.
   *
   * @param n columns, 1 or more
   * @param capacity rows it holds when full, 2 or more
   */
  public SlidingLedoitWolf(int n, int capacity) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1; have " + n);
    }
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity must be at least 2; have " + capacity);
    }
    this.n = n;
    this.capacity = capacity;
    rows = new RowRing(n, capacity);
    origin = new double[n];
    mean = new double[n];
    scatter = new double[n * n];
    v3 = new double[n];
    highestScatter = new double[n];
    in = new double[n];
    out = new double[n];
    shift = new double[n];
    product = new double[n];
  }

  /**
   * A window that starts with rows at hand.
   *
   * @param rows oldest first, 1 to {@code capacity} of one length, finite
   * @param capacity rows it holds when full, 2 or more
   */
  public static SlidingLedoitWolf of(double[][] rows, int capacity) {
    SlidingLedoitWolf sliding = new SlidingLedoitWolf(ReturnWindow.columns(rows, 1), capacity);
    if (rows.length > capacity) {
      throw new IllegalArgumentException(
          "rows must be at most capacity = " + capacity + "; have " + rows.length);
    }
    for (double[] row : rows) {
      sliding.rows.add(row);
    }
    sliding.rebuild();
    return sliding;
  }

  /**
   * Takes in the newest row; the oldest goes once the window is full.
   *
   * @param row N returns, finite; copied
   * @throws IllegalArgumentException naming the column of a return that is not finite
   */
  public void add(double[] row) {
    if (row.length != n) {
      throw new IllegalArgumentException("row must have " + n + " returns; have " + row.length);
    }
    ReturnWindow.requireFinite(row, rows.size());
    if (rows.size() == 0) {
      rows.add(row);
      rebuild();
      return;
    }
    for (int i = 0; i < n; i++) {
      in[i] = row[i] - origin[i] - mean[i];
      out[i] = rows.isFull() ? rows.oldest(i) - origin[i] - mean[i] : 0;
    }
    rows.add(row);
    slide(rows.size());
    slides++;
    if (slides >= capacity || hasCollapsed()) {
      rebuild();
    }
  }

  /** Rows in the window, up to its capacity. */
  public int size() {
    return rows.size();
  }

  /** The rows of the window, {@code size() x N}, oldest first; a copy. */
  public double[][] rows() {
    return rows.rows();
  }

  /**
   * What {@link LedoitWolf} says of the rows.
   *
   * @throws IllegalStateException while there are fewer than 2 rows
   */
  public Covariance covariance() {
    if (rows.size() < 2) {
      throw new IllegalStateException("window must have at least 2 rows; have " + rows.size());
    }
    return LedoitWolf.shrunk(scatter, n, rows.size(), q4);
  }

  private void slide(int size) {
    double ins = 0;
    double outs = 0;
    double inShift = 0;
    double outShift = 0;
    double shifts = 0;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      shift[i] = (in[i] - out[i]) / size;
      ins += in[i] * in[i];
      outs += out[i] * out[i];
      inShift += in[i] * shift[i];
      outShift += out[i] * shift[i];
      shifts += shift[i] * shift[i];
      trace += scatter[i * n + i];
    }
    trace += ins - outs;
    slideScatter(size);
    q4 += ins * ins - outs * outs + 2 * trace * shifts - 3 * size * shifts * shifts;
    for (int i = 0; i < n; i++) {
      double swapped = v3[i] + ins * in[i] - outs * out[i];
      double cs = product[i] + in[i] * inShift - out[i] * outShift;
      q4 += 4 * shift[i] * (cs - swapped);
      v3[i] = swapped - 2 * cs + (2 * size * shifts - trace) * shift[i];
      mean[i] += shift[i];
    }
  }

  /** {@code product = C s} of the old C, and the new C, in one pass over its rows. */
  private void slideScatter(int size) {
    Arrays.fill(product, 0);
    for (int i = 0; i < n; i++) {
      slideRow(i * n, in[i], out[i], shift[i], size);
    }
  }

  /** Products in an order that leaves C symmetric to the bit. */
  private void slideRow(int row, double inHere, double outHere, double shiftHere, int size) {
    for (int j = 0; j < n; j++) {
      double old = scatter[row + j];
      product[j] += shiftHere * old;
      scatter[row + j] = old + (inHere * in[j] - outHere * out[j] - size * (shiftHere * shift[j]));
    }
  }

  /** Written so that NaN counts as collapsed. */
  private boolean hasCollapsed() {
    boolean collapsed = !(COLLAPSE * q4 >= highestQ4);
    highestQ4 = Math.max(highestQ4, q4);
    for (int i = 0; i < n; i++) {
      double own = scatter[i * n + i];
      collapsed |= !(COLLAPSE * own >= highestScatter[i]);
      highestScatter[i] = Math.max(highestScatter[i], own);
    }
    return collapsed;
  }

  private void rebuild() {
    CentredWindow window = CentredWindow.of(rows.rows(), 1);
    System.arraycopy(window.origin(), 0, origin, 0, n);
    System.arraycopy(window.offset(), 0, mean, 0, n);
    System.arraycopy(window.scatter(), 0, scatter, 0, n * n);
    double[] squares = window.squaredNorms();
    q4 = window.fourthPowers();
    for (int i = 0; i < n; i++) {
      v3[i] = 0;
      for (int t = 0; t < squares.length; t++) {
        v3[i] += squares[t] * window.get(t, i);
      }
      highestScatter[i] = scatter[i * n + i];
    }
    highestQ4 = q4;
    slides = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    rows.save(out);
    out.writeInt(rows.size());
    for (double[] sums : sums()) {
      write(out, sums);
    }
    out.writeDouble(q4);
    out.writeDouble(highestQ4);
    out.writeInt(slides);
  }

  /** Keeps the newest rows, with sums made anew, when fewer fit than were saved. */
  @Override
  public void load(DataInput in) throws IOException {
    rows.load(in);
    int saved = in.readInt();
    for (double[] sums : sums()) {
      read(in, sums);
    }
    q4 = in.readDouble();
    highestQ4 = in.readDouble();
    slides = in.readInt();
    if (rows.size() < saved) {
      rebuild();
    }
  }

  private double[][] sums() {
    return new double[][] {origin, mean, scatter, v3, highestScatter};
  }

  private static void write(DataOutput out, double[] numbers) throws IOException {
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void read(DataInput in, double[] numbers) throws IOException {
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = in.readDouble();
    }
  }
}

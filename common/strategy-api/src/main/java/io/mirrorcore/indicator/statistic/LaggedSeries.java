package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One series' share of {@link GrangerCausality}: its window and, for every number of lags k, its
 * own regression on its own past. Computed afresh at each input, once a series and not once a pair.
 *
 * <pre>
 *   v_0 .. v_(T-1)  the window, less an origin      rows of lag k: t = k .. T-1, n = T - k of them
 *   M_ij = sum_t (v_(t-i) - mean)(v_(t-j) - mean)   i, j = 0 .. k, 0 being the target
 *   M_(1..k)(1..k) = L L'    u = L^-1 M_(1..k)0     restricted residual sum = M_00 - u'u
 * </pre>
 *
 * <p>The origin keeps running products (see {@link LaggedProducts}) from cancelling. It is the
 * median of the window, which is never more than one standard deviation from the mean: the mean
 * itself would lose every digit of ordinary inputs to one absurd one. It is set anew, and the
 * products with it, every T inputs (at a phase of its own for each series, so that not all fall due
 * at once), when a value leaves that outweighs all that remain, and when the mean has moved away.
 * All of these depend on the inputs alone, never on when a checkpoint was taken.
 *
 * <p>Twice the window is kept, so that products lost at a restart can be computed again to the last
 * bit, from {@link #age()} inputs ago: a pair needs no state of its own.
 */
public final class LaggedSeries implements Stateful {

  /** A leaving square beyond this many times the sum of those that remain asks for a new origin. */
  private static final double OUTLIER = 100;

  /** So does a mean whose square makes up this share of the mean square. */
  private static final double DRIFT = 0.9999;

  /** What is left of a regressor's or target's variance below which nothing is. */
  static final double SINGULAR = 1e-10;

  private final int window;
  private final int maxLag;
  private final int phase;
  private final Window inputs;
  private long seen;
  private int age;
  private double origin;

  private final double[] values;
  private final double[][] sums;
  private final double[][] moments;
  private final double[][] factors;
  private final double[][] targets;
  private final double[] residuals;
  private final LaggedProducts products;
  private final double[] core;

  /**
   * @param window T, at least 3 maxLag + 2
   * @param maxLag largest k, at least 1
   * @param phase any number; series with different phases set their origins at different inputs
   */
  public LaggedSeries(int window, int maxLag, int phase) {
    if (maxLag < 1 || window < 3 * maxLag + 2) {
      throw new IllegalArgumentException(
          "window must be at least 3 maxLag + 2; have " + window + " and " + maxLag);
    }
    this.window = window;
    this.maxLag = maxLag;
    this.phase = Math.floorMod(phase, window);
    inputs = new Window(2 * window);
    values = new double[2 * window];
    sums = new double[maxLag + 1][];
    moments = new double[maxLag + 1][];
    factors = new double[maxLag + 1][];
    targets = new double[maxLag + 1][];
    residuals = new double[maxLag + 1];
    for (int k = 1; k <= maxLag; k++) {
      sums[k] = new double[k + 1];
      moments[k] = new double[(k + 1) * (k + 1)];
      factors[k] = new double[k * k];
      targets[k] = new double[k];
    }
    products = new LaggedProducts(window, maxLag);
    core = new double[2 * maxLag + 1];
  }

  /** Takes in the next value; one that is not finite makes every test neutral until it is gone. */
  public void add(double value) {
    inputs.add(value);
    seen++;
    age++;
    if (isReady()) {
      spread();
      if (seen == window || (seen + phase) % window == 0 || isUnsound()) {
        age = 0;
        origin = median();
        spread();
      }
      regress();
    }
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return inputs.size() >= window;
  }

  /** The input {@code back} inputs before the newest. */
  public double latest(int back) {
    return inputs.latest(back);
  }

  /** Inputs since the origin was set: 0 where products have to be computed afresh. */
  int age() {
    return age;
  }

  /** The inputs less the origin, newest last: 2 T of them, the window being the second half. */
  double[] values() {
    return values;
  }

  /** Sums of lags 0 .. k over the rows of lag k. */
  double[] sums(int k) {
    return sums[k];
  }

  /** M of lag k, row-major. */
  double[] moments(int k) {
    return moments[k];
  }

  /** L of lag k, row-major, with the inverses of its diagonal in their places. */
  double[] factor(int k) {
    return factors[k];
  }

  /** u of lag k. */
  double[] target(int k) {
    return targets[k];
  }

  /** The residual sum of squares of lag k; 0 where the series' past explains all or is singular. */
  double residual(int k) {
    return residuals[k];
  }

  private void spread() {
    int size = inputs.size();
    Arrays.fill(values, 0, values.length - size, 0);
    for (int i = 0; i < size; i++) {
      values[values.length - size + i] = inputs.get(i) - origin;
    }
  }

  /** Written so that an infinity or NaN in the window is unsound as well. */
  private boolean isUnsound() {
    double leaving = 0;
    for (int i = window - 1; i < window + maxLag; i++) {
      leaving = Math.max(leaving, values[i] * values[i]);
    }
    double sum = 0;
    double squares = 0;
    double remaining = 0;
    for (int i = window; i < values.length; i++) {
      double square = values[i] * values[i];
      sum += values[i];
      squares += square;
      remaining += i < window + maxLag ? 0 : square;
    }
    return !(leaving <= OUTLIER * remaining && sum * sum / window <= DRIFT * squares);
  }

  private double median() {
    double[] sorted = new double[window];
    for (int i = 0; i < window; i++) {
      sorted[i] = inputs.latest(i);
    }
    Arrays.sort(sorted);
    return 0.5 * (sorted[(window - 1) / 2] + sorted[window / 2]);
  }

  private void regress() {
    products.afresh(this, this, core, 0, 0);
    products.open(this, this, core, 0);
    double middle = middle();
    for (int k = maxLag; k >= 1; k--) {
      sum(k, middle);
      for (int i = 0; i <= k; i++) {
        for (int j = 0; j <= k; j++) {
          moments[k][i * (k + 1) + j] = products.at(i, j) - sums[k][i] * sums[k][j] / (window - k);
        }
      }
      residuals[k] = factorise(k) ? residual(moments[k][0], targets[k]) : 0;
      products.descend(this, this, k);
    }
  }

  /** As the products: what all rows share, and the ends added to it. */
  private double middle() {
    double sum = 0;
    for (int s = window + maxLag; s < 2 * window - maxLag; s++) {
      sum += values[s];
    }
    return sum;
  }

  private void sum(int k, double middle) {
    for (int i = 0; i <= k; i++) {
      double sum = middle;
      for (int s = window + k - i; s < window + maxLag; s++) {
        sum += values[s];
      }
      for (int s = 2 * window - maxLag; s < 2 * window - i; s++) {
        sum += values[s];
      }
      sums[k][i] = sum;
    }
  }

  private static double residual(double total, double[] u) {
    double rest = total;
    for (double part : u) {
      rest -= part * part;
    }
    return rest > SINGULAR * total ? rest : 0;
  }

  /** Cholesky of the lags; false where one of them is (nearly) a combination of the others. */
  private boolean factorise(int k) {
    double[] l = factors[k];
    double[] m = moments[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = m[(i + 1) * (k + 1) + j + 1];
        for (int c = 0; c < j; c++) {
          rest -= l[i * k + c] * l[j * k + c];
        }
        if (i > j) {
          l[i * k + j] = rest * l[j * k + j];
        } else if (rest > SINGULAR * m[(i + 1) * (k + 1) + i + 1]) {
          l[i * k + i] = 1 / Math.sqrt(rest);
        } else {
          return false;
        }
      }
      double target = m[i + 1];
      for (int c = 0; c < i; c++) {
        target -= l[i * k + c] * targets[k][c];
      }
      targets[k][i] = target * l[i * k + i];
    }
    return true;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    inputs.save(out);
    out.writeLong(seen);
    out.writeInt(age);
    out.writeDouble(origin);
  }

  @Override
  public void load(DataInput in) throws IOException {
    inputs.load(in);
    seen = in.readLong();
    age = in.readInt();
    origin = in.readDouble();
  }
}

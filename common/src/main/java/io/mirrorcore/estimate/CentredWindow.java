package io.mirrorcore.estimate;

/**
 * A window of returns less the mean of each column: where every unweighted estimate begins.
 *
 * <p>All is reckoned from the first row, the origin. So a constant column is exactly 0, and returns
 * that sit far from 0 (prices by mistake, a cash rate) lose none of their digits: what an offset
 * costs is its own rounding in the input, nothing here.
 */
final class CentredWindow {

  private final int rows;
  private final int n;
  private final double[] origin;
  private final double[] offset;
  private final double[] x;

  private CentredWindow(int rows, double[] origin) {
    this.rows = rows;
    n = origin.length;
    this.origin = origin;
    offset = new double[n];
    x = Scatter.room(n, rows);
  }

  /**
   * Centres a window.
   *
   * @param returns {@code T x N}, {@code T >= minRows}, finite
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  static CentredWindow of(double[][] returns, int minRows) {
    ReturnWindow.columns(returns, minRows);
    CentredWindow window = new CentredWindow(returns.length, returns[0]);
    window.subtractOrigin(returns);
    window.subtractMeans();
    return window;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return n;
  }

  /** The first row; not a copy. */
  double[] origin() {
    return origin;
  }

  /** The column means less the origin; not a copy. */
  double[] offset() {
    return offset;
  }

  /** The column means. */
  double[] mean() {
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = origin[i] + offset[i];
    }
    return mean;
  }

  /** Return {@code t} of column {@code i}, centred. */
  double get(int t, int i) {
    return x[i * rows + t];
  }

  /** {@code sum_t x_t x_t'}, n x n. */
  double[] scatter() {
    return Scatter.of(x, n, rows);
  }

  /** {@code ||x_t||^2}, by row. */
  double[] squaredNorms() {
    double[] squares = new double[rows];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < rows; t++) {
        double value = x[i * rows + t];
        squares[t] += value * value;
      }
    }
    return squares;
  }

  /** {@code q4 = sum_t ||x_t||^4}. */
  double fourthPowers() {
    double sum = 0;
    for (double square : squaredNorms()) {
      sum += square * square;
    }
    return sum;
  }

  private void subtractOrigin(double[][] returns) {
    for (int t = 0; t < rows; t++) {
      double[] row = returns[t];
      for (int i = 0; i < n; i++) {
        x[i * rows + t] = row[i] - origin[i];
      }
    }
  }

  private void subtractMeans() {
    for (int i = 0; i < n; i++) {
      int column = i * rows;
      double sum = 0;
      for (int t = 0; t < rows; t++) {
        sum += x[column + t];
      }
      offset[i] = sum / rows;
      for (int t = 0; t < rows; t++) {
        x[column + t] -= offset[i];
      }
    }
  }
}

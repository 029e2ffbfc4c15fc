package io.mirrorcore.estimate;

/**
 * {@code X'X}, the bulk of the work of every covariance here. Two columns by two at a time: each
 * number read serves two products, and four sums that do not wait for each other keep the processor
 * busy; the compiler does not vectorise such sums, for it may not change their order. At 60 x 19
 * this takes half the time of adding up outer products row by row.
 */
final class Scatter {

  private Scatter() {}

  /** Room for n columns of {@code rows} numbers and, where n is odd, one of zeros. */
  static double[] room(int n, int rows) {
    return new double[(n + n % 2) * rows];
  }

  /**
   * The scatter of columns.
   *
   * @param x {@link #room} filled with one column after the other; the column of zeros left alone
   * @return {@code n x n}, symmetric to the bit
   */
  static double[] of(double[] x, int n, int rows) {
    double[] scatter = new double[n * n];
    for (int i = 0; i < n; i += 2) {
      for (int j = 0; j <= i; j += 2) {
        fourProducts(x, rows, n, i, j, scatter);
      }
    }
    return scatter;
  }

  private static void fourProducts(double[] x, int rows, int n, int i, int j, double[] scatter) {
    int a = i * rows;
    int b = a + rows;
    int c = j * rows;
    int d = c + rows;
    double ac = 0;
    double ad = 0;
    double bc = 0;
    double bd = 0;
    for (int t = 0; t < rows; t++) {
      ac += x[a + t] * x[c + t];
      ad += x[a + t] * x[d + t];
      bc += x[b + t] * x[c + t];
      bd += x[b + t] * x[d + t];
    }
    put(scatter, n, i, j, ac);
    put(scatter, n, i, j + 1, ad);
    put(scatter, n, i + 1, j, bc);
    put(scatter, n, i + 1, j + 1, bd);
  }

  private static void put(double[] scatter, int n, int i, int j, double value) {
    if (i < n && j < n) {
      scatter[i * n + j] = value;
      scatter[j * n + i] = value;
    }
  }
}

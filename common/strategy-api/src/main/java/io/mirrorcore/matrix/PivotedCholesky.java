package io.mirrorcore.matrix;

/**
 * {@code P'AP = LL'} of a symmetric positive semidefinite matrix, largest remaining diagonal entry
 * first (Higham 2002, Accuracy and Stability, section 10.3), stopping where the rank ends. The
 * pivoting costs a comparison per row and column and makes the rank trustworthy. Reusable: one
 * instance per solve holds the memory of all its factorisations.
 *
 * <p>The columns are worked on {@value #BLOCK} at a time, as in LAPACK's {@code dpstrf}: inside a
 * block only the diagonal and the column at hand are brought up to date, the rest once at its end,
 * row by row, so that a row is fetched from memory once and not {@value #BLOCK} times. Each entry
 * is computed by the same subtractions in the same order as without blocks, hence has the same
 * bits.
 *
 * <pre>
 *   P'AP = [ L1  0 ] [ L1' L2' ]     L1: rank x rank, lower triangular
 *          [ L2  I ] [ 0   E   ]     E:  what is left, at most the tolerance on its diagonal
 * </pre>
 */
public final class PivotedCholesky {

  private static final int BLOCK = 16;

  /** Lower triangle, row-major, {@code n} to the row; A before {@link #factor}, then L and E. */
  private double[] a = new double[0];

  private int[] order = new int[0];

  /** Columns of L that the trailing rows have not met yet, each in n consecutive entries. */
  private double[] panel = new double[0];

  private int n;
  private int rank;

  /** Makes room for a matrix of size n; {@link #entries} may be another array afterwards. */
  public void reserve(int n) {
    if (order.length < n) {
      a = new double[n * n];
      order = new int[n];
      panel = new double[n * BLOCK];
    }
  }

  /**
   * The array that is factored, to be filled in by the caller: lower triangle, row-major, as many
   * entries to the row as {@link #factor} is told; afterwards L and, below the rank, E.
   */
  public double[] entries() {
    return a;
  }

  /**
   * Factors the leading {@code n * n} {@link #entries} in place.
   *
   * @param tolerance a pivot must exceed this, 0 or more, in the unit of A
   */
  public void factor(int n, double tolerance) {
    this.n = n;
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    rank = 0;
    boolean more = true;
    while (more && rank < n) {
      int from = rank;
      int to = Math.min(n, from + BLOCK);
      while (more && rank < to) {
        more = pivot(from, tolerance);
      }
      eliminate(from);
    }
  }

  /** Rows of A that elimination found independent. */
  public int rank() {
    return rank;
  }

  /** Whether the rank is the size of A. */
  public boolean isFullRank() {
    return rank == n;
  }

  /** Which row of A stands in row {@code k} of the factor. */
  public int row(int k) {
    return order[k];
  }

  /**
   * Halfway to {@code A z = b}: overwrites b, in the order of the factor, by {@code inv(L1) b1} and
   * {@code b2 - L2 inv(L1) b1}. The second part is what of b lies outside the range of A.
   */
  public void forward(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      int columns = Math.min(i, rank);
      for (int j = 0; j < columns; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = i < rank ? sum / a[i * n + i] : sum;
    }
  }

  /** The other half: overwrites the first {@code rank} entries of y by {@code inv(L1') y1}. */
  public void backward(double[] y) {
    for (int i = rank - 1; i >= 0; i--) {
      y[i] /= a[i * n + i];
      for (int j = 0; j < i; j++) {
        y[j] -= a[i * n + j] * y[i];
      }
    }
  }

  /**
   * Completes z2, given in the entries from {@code rank} on, to a null vector of A: {@code z1 =
   * -inv(L1') L2' z2}.
   */
  public void completeNullVector(double[] z) {
    for (int j = 0; j < rank; j++) {
      double sum = 0;
      for (int i = rank; i < n; i++) {
        sum -= a[i * n + j] * z[i];
      }
      z[j] = sum;
    }
    backward(z);
  }

  private int largestDiagonal(int from) {
    int largest = from;
    for (int i = from + 1; i < n; i++) {
      if (a[i * n + i] > a[largest * n + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** Symmetric exchange of rows and columns {@code k < p} in the lower triangle. */
  private void swap(int k, int p) {
    if (k == p) {
      return;
    }
    int moved = order[k];
    order[k] = order[p];
    order[p] = moved;
    for (int j = 0; j < k; j++) {
      exchange(a, k * n + j, p * n + j);
    }
    for (int i = k + 1; i < p; i++) {
      exchange(a, i * n + k, p * n + i);
    }
    for (int i = p + 1; i < n; i++) {
      exchange(a, i * n + k, i * n + p);
    }
    exchange(a, k * n + k, p * n + p);
  }

  private static void exchange(double[] values, int x, int y) {
    double moved = values[x];
    values[x] = values[y];
    values[y] = moved;
  }

  /** Finishes one column of a block that began at {@code from}; false where the rank ends. */
  private boolean pivot(int from, double tolerance) {
    int k = rank;
    int pivot = largestDiagonal(k);
    if (!(a[pivot * n + pivot] > tolerance)) {
      return false;
    }
    swap(k, pivot);
    for (int l = 0; l < k - from; l++) {
      exchange(panel, l * n + k, l * n + pivot);
    }
    finishColumn(k, from);
    rank++;
    return true;
  }

  private void finishColumn(int k, int from) {
    int column = (k - from) * n;
    for (int i = k + 1; i < n; i++) {
      panel[column + i] = a[i * n + k];
    }
    for (int l = 0; l < k - from; l++) {
      double factor = panel[l * n + k];
      for (int i = k + 1, done = l * n + i, here = column + i; i < n; i++, done++, here++) {
        panel[here] -= factor * panel[done];
      }
    }
    double root = Math.sqrt(a[k * n + k]);
    a[k * n + k] = root;
    for (int i = k + 1; i < n; i++) {
      double entry = panel[column + i] / root;
      panel[column + i] = entry;
      a[i * n + k] = entry;
      a[i * n + i] -= entry * entry;
    }
  }

  /** Lets the trailing rows meet the columns of a block; their diagonals have met them already. */
  private void eliminate(int from) {
    int columns = rank - from;
    for (int i = rank + 1; i < n; i++) {
      int l = 0;
      for (; l + 4 <= columns; l += 4) {
        subtractFour(i, l);
      }
      for (; l < columns; l++) {
        subtractOne(i, l);
      }
    }
  }

  private void subtractFour(int i, int l) {
    int p0 = l * n;
    int p1 = p0 + n;
    int p2 = p1 + n;
    int p3 = p2 + n;
    double f0 = panel[p0 + i];
    double f1 = panel[p1 + i];
    double f2 = panel[p2 + i];
    double f3 = panel[p3 + i];
    int row = i * n;
    for (int j = rank; j < i; j++) {
      a[row + j] =
          a[row + j]
              - f0 * panel[p0 + j]
              - f1 * panel[p1 + j]
              - f2 * panel[p2 + j]
              - f3 * panel[p3 + j];
    }
  }

  private void subtractOne(int i, int l) {
    int p = l * n;
    double factor = panel[p + i];
    int row = i * n;
    for (int j = rank; j < i; j++) {
      a[row + j] -= factor * panel[p + j];
    }
  }
}

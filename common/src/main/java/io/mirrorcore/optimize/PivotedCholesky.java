package io.mirrorcore.optimize;

/**
 * {@code P'AP = LL'} of a symmetric positive semidefinite matrix, largest remaining diagonal entry
 * first (Higham 2002, Accuracy and Stability, section 10.3), stopping where the rank ends. The
 * pivoting costs a comparison per row and column and makes the rank trustworthy. Reusable: one
 * instance per solve holds the memory of all its factorisations.
 *
 * <pre>
 *   P'AP = [ L1  0 ] [ L1' L2' ]     L1: rank x rank, lower triangular
 *          [ L2  I ] [ 0   E   ]     E:  what is left, at most the tolerance on its diagonal
 * </pre>
 */
final class PivotedCholesky {

  /** Lower triangle, row-major, {@code n} to the row; A before {@link #factor}, then L and E. */
  final double[] a;

  private final int[] order;
  private final double[] column;
  private int n;
  private int rank;

  /**
   * @param capacity largest n that will be factored
   */
  PivotedCholesky(int capacity) {
    a = new double[capacity * capacity];
    order = new int[capacity];
    column = new double[capacity];
  }

  /**
   * Factors the leading {@code n * n} entries of {@link #a} in place.
   *
   * @param tolerance a pivot must exceed this, 0 or more, in the unit of A
   */
  void factor(int n, double tolerance) {
    this.n = n;
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (rank = 0; rank < n; rank++) {
      int pivot = largestDiagonal(rank);
      if (!(a[pivot * n + pivot] > tolerance)) {
        return;
      }
      swap(rank, pivot);
      eliminate(rank);
    }
  }

  int rank() {
    return rank;
  }

  boolean isFullRank() {
    return rank == n;
  }

  /** Which row of A stands in row {@code k} of the factor. */
  int row(int k) {
    return order[k];
  }

  /**
   * Halfway to {@code A z = b}: overwrites b, in the order of the factor, by {@code inv(L1) b1} and
   * {@code b2 - L2 inv(L1) b1}. The second part is what of b lies outside the range of A.
   */
  void forward(double[] b) {
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
  void backward(double[] y) {
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
  void completeNullVector(double[] z) {
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
      exchange(k * n + j, p * n + j);
    }
    for (int i = k + 1; i < p; i++) {
      exchange(i * n + k, p * n + i);
    }
    for (int i = p + 1; i < n; i++) {
      exchange(i * n + k, i * n + p);
    }
    exchange(k * n + k, p * n + p);
  }

  private void exchange(int x, int y) {
    double moved = a[x];
    a[x] = a[y];
    a[y] = moved;
  }

  private void eliminate(int k) {
    double pivot = Math.sqrt(a[k * n + k]);
    a[k * n + k] = pivot;
    for (int i = k + 1; i < n; i++) {
      column[i] = a[i * n + k] / pivot;
      a[i * n + k] = column[i];
    }
    for (int i = k + 1; i < n; i++) {
      double factor = column[i];
      int row = i * n;
      for (int j = k + 1; j <= i; j++) {
        a[row + j] -= factor * column[j];
      }
    }
  }
}

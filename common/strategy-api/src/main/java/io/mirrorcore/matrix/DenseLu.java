package io.mirrorcore.matrix;

/**
 * {@code PA = LU} of a small square matrix with partial pivoting (Golub &amp; Van Loan 2013,
 * algorithm 3.4.1), for systems that are not symmetric positive definite. Reusable, and solves with
 * A' too.
 */
public final class DenseLu {

  /** Row-major, {@code n} to the row; A before {@link #factor}, then L and U. */
  private final double[] a;

  private final int n;
  private final int[] order;
  private final double[] work;

  /**
   * Room for matrices of one size.
   *
   * @param n rows and columns, 0 or more
   */
  public DenseLu(int n) {
    this.n = n;
    a = new double[n * n];
    order = new int[n];
    work = new double[n];
  }

  /** The matrix to factor, to be filled in by the caller: row-major, {@code n} to the row. */
  public double[] entries() {
    return a;
  }

  /**
   * Factors {@link #entries} in place.
   *
   * @return the smallest pivot over the largest, in size: 0 where A is singular to the last bit and
   *     must not be solved with
   */
  public double factor() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int k = 0; k < n; k++) {
      order[k] = k;
    }
    for (int k = 0; k < n; k++) {
      exchange(k, pivotRow(k));
      double pivot = a[k * n + k];
      least = Math.min(least, Math.abs(pivot));
      most = Math.max(most, Math.abs(pivot));
      if (pivot == 0) {
        return 0;
      }
      eliminate(k, pivot);
    }
    return n == 0 ? 1 : least / most;
  }

  /** Overwrites b by the solution of {@code Ax = b}. */
  public void solve(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= a[i * n + j] * work[j];
      }
      work[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = work[i];
      for (int j = i + 1; j < n; j++) {
        sum -= a[i * n + j] * b[j];
      }
      b[i] = sum / a[i * n + i];
    }
  }

  /** Overwrites b by the solution of {@code A'x = b}. */
  public void solveTransposed(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= a[j * n + i] * work[j];
      }
      work[i] = sum / a[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        work[i] -= a[j * n + i] * work[j];
      }
    }
    for (int i = 0; i < n; i++) {
      b[order[i]] = work[i];
    }
  }

  private int pivotRow(int k) {
    int pivot = k;
    for (int i = k + 1; i < n; i++) {
      if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
        pivot = i;
      }
    }
    return pivot;
  }

  private void exchange(int k, int pivot) {
    if (k == pivot) {
      return;
    }
    int moved = order[k];
    order[k] = order[pivot];
    order[pivot] = moved;
    for (int j = 0; j < n; j++) {
      double value = a[k * n + j];
      a[k * n + j] = a[pivot * n + j];
      a[pivot * n + j] = value;
    }
  }

  private void eliminate(int k, double pivot) {
    for (int i = k + 1; i < n; i++) {
      double factor = a[i * n + k] / pivot;
      a[i * n + k] = factor;
      if (factor != 0) {
        for (int j = k + 1; j < n; j++) {
          a[i * n + j] -= factor * a[k * n + j];
        }
      }
    }
  }
}

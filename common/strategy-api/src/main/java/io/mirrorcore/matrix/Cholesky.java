package io.mirrorcore.matrix;

import java.util.Optional;

/**
 * {@code A = LL'} of a symmetric positive definite matrix; where A is not positive definite, the
 * factorisation fails. Without pivoting, because it serves to find out whether A can be inverted,
 * not which part of it can.
 */
public final class Cholesky {

  /** How much of a diagonal entry must be left, by n, for the rest not to be rounding alone. */
  private static final double EPSILON = 8 * Math.ulp(1.0);

  private final double[] l;
  private final int n;

  private Cholesky(double[] l, int n) {
    this.l = l;
    this.n = n;
  }

  /**
   * The factor of {@code a}, n x n, which is left as it is; empty where a is singular to working
   * precision or not positive definite. Does not depend on the units of rows and columns.
   */
  public static Optional<Cholesky> of(double[] a, int n) {
    double[] l = a.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        l[i * n + j] = remainder(l, n, i, j) / l[j * n + j];
      }
      double pivot = remainder(l, n, i, i);
      if (!(pivot > n * EPSILON * a[i * n + i])) {
        return Optional.empty();
      }
      l[i * n + i] = Math.sqrt(pivot);
    }
    return Optional.of(new Cholesky(l, n));
  }

  /** {@code a_ij - sum_(k < j) l_ik l_jk}. */
  private static double remainder(double[] l, int n, int i, int j) {
    double sum = l[i * n + j];
    for (int k = 0; k < j; k++) {
      sum -= l[i * n + k] * l[j * n + k];
    }
    return sum;
  }

  /** L, row-major, n x n; what is above the diagonal is of no meaning. */
  public double[] lower() {
    return l.clone();
  }

  /** {@code inv(L) b}: its squared length is {@code b' inv(A) b}. */
  public double[] forward(double[] b) {
    double[] y = b.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        y[i] -= l[i * n + j] * y[j];
      }
      y[i] /= l[i * n + i];
    }
    return y;
  }

  /** {@code inv(A) b}. */
  public double[] solve(double[] b) {
    double[] z = forward(b);
    for (int i = n - 1; i >= 0; i--) {
      z[i] /= l[i * n + i];
      for (int j = 0; j < i; j++) {
        z[j] -= l[i * n + j] * z[i];
      }
    }
    return z;
  }

  /** log |A|. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += StrictMath.log(l[i * n + i]);
    }
    return 2 * sum;
  }
}

package io.mirrorcore.matrix;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix: {@code A = V diag(e) V'}, by the cyclic
 * method of Jacobi (Golub &amp; Van Loan, Matrix Computations, 4th ed., section 8.5). Some 20 n^3
 * operations where {@link SymmetricEigenvalues} takes 4/3 n^3 without the vectors: half a
 * millisecond for 19 rows, too long for hundreds. In return every vector is orthogonal to the
 * others to rounding, near eigenvalues or not.
 *
 * <p>Single-threaded and from additions, multiplications, divisions and square roots only, so that
 * every machine gives the same bits.
 *
 * @param values n eigenvalues, in no particular order
 * @param vectors {@code n x n}, row-major: column k is the unit vector of value k
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record SymmetricEigenvectors(double[] values, double[] vectors) {

  /** Off-diagonal entries this small against the largest of all are zero. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /** Six or seven are enough for tens of rows; the rest is insurance. */
  private static final int MAX_SWEEPS = 40;

  /**
   * The decomposition.
   *
   * @param matrix {@code n x n}, row-major, symmetric, finite; the upper triangle is read
   * @param n rows, 1 or more
   */
  public static SymmetricEigenvectors of(double[] matrix, int n) {
    double[] a = matrix.clone();
    double[] v = new double[n * n];
    for (int i = 0; i < n; i++) {
      v[i * n + i] = 1;
      for (int j = 0; j < i; j++) {
        a[i * n + j] = a[j * n + i];
      }
    }
    double negligible = NEGLIGIBLE * largest(a);
    int rotations = 1;
    for (int sweeps = 0; rotations > 0 && sweeps < MAX_SWEEPS; sweeps++) {
      rotations = sweep(a, v, n, negligible);
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i * n + i];
    }
    return new SymmetricEigenvectors(values, v);
  }

  /** {@code V'x}. */
  public double[] coordinates(double[] x) {
    int n = values.length;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        z[k] += vectors[i * n + k] * x[i];
      }
    }
    return z;
  }

  /** {@code Vz}. */
  public double[] combination(double[] z) {
    int n = values.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        x[i] += vectors[i * n + k] * z[k];
      }
    }
    return x;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double entry : a) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return largest;
  }

  /** Makes every entry above the diagonal zero once; returns how many were not. */
  private static int sweep(double[] a, double[] v, int n, double negligible) {
    int rotations = 0;
    for (int p = 0; p < n - 1; p++) {
      for (int q = p + 1; q < n; q++) {
        if (Math.abs(a[p * n + q]) > negligible) {
          rotate(a, v, n, p, q);
          rotations++;
        }
      }
    }
    return rotations;
  }

  /** The smaller of the two rotations that make entry (p, q) zero. */
  private static void rotate(double[] a, double[] v, int n, int p, int q) {
    double half = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    double t = Math.copySign(1 / (Math.abs(half) + Math.sqrt(1 + half * half)), half);
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (int k = 0; k < n; k++) {
      rotate(a, k * n + p, k * n + q, c, s);
      rotate(v, k * n + p, k * n + q, c, s);
    }
    for (int k = 0; k < n; k++) {
      rotate(a, p * n + k, q * n + k, c, s);
    }
    a[p * n + q] = 0;
    a[q * n + p] = 0;
  }

  private static void rotate(double[] x, int first, int second, double c, double s) {
    double one = x[first];
    double two = x[second];
    x[first] = c * one - s * two;
    x[second] = s * one + c * two;
  }
}

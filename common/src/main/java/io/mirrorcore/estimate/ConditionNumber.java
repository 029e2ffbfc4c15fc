package io.mirrorcore.estimate;

/**
 * Largest over smallest eigenvalue: by how much errors in the covariance are magnified on their way
 * to unconstrained weights. Eigenvalues by the cyclic Jacobi method (Golub &amp; Van Loan, Matrix
 * Computations, 4th ed., section 8.5.3), single-threaded and from additions, multiplications,
 * divisions and square roots only, so that every machine gives the same bits; a library that blocks
 * and threads does not promise that. O(n^3) per sweep, some six sweeps: made for tens of
 * strategies.
 */
public final class ConditionNumber {

  /** Quadratic convergence needs 5 to 8; the rest is insurance. */
  private static final int MAX_SWEEPS = 60;

  private static final double EPSILON = Math.ulp(1.0);

  private ConditionNumber() {}

  /**
   * The condition number in the 2-norm.
   *
   * @param sigma symmetric positive semidefinite
   * @return 1 or more; {@link Double#POSITIVE_INFINITY} where sigma is singular to working
   *     precision (smallest eigenvalue at most {@code n * 2^-52} of the largest). JSON and a
   *     threshold know no infinity: whoever publishes the number must report a singular matrix in
   *     another way
   */
  public static double of(Covariance sigma) {
    double[] eigenvalues = eigenvalues(sigma);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : eigenvalues) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    boolean regular = smallest > sigma.n() * EPSILON * largest;
    return regular ? largest / smallest : Double.POSITIVE_INFINITY;
  }

  /** In no particular order, and up to a power of two common to all of them. */
  private static double[] eigenvalues(Covariance sigma) {
    int n = sigma.n();
    double[] a = scaled(sigma.matrix());
    double negligible = EPSILON * EPSILON * squaredNorm(a, n, true);
    for (int sweep = 0; sweep < MAX_SWEEPS && squaredNorm(a, n, false) > negligible; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, n, p, q);
        }
      }
    }
    double[] eigenvalues = new double[n];
    for (int i = 0; i < n; i++) {
      eigenvalues[i] = a[i * n + i];
    }
    return eigenvalues;
  }

  /** By a power of two, which is exact, to a largest entry near 1: squares cannot underflow. */
  private static double[] scaled(double[] matrix) {
    double largest = 0;
    for (double value : matrix) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] a = matrix.clone();
    if (largest > 0) {
      int exponent = -Math.getExponent(largest);
      for (int k = 0; k < a.length; k++) {
        a[k] = Math.scalb(a[k], exponent);
      }
    }
    return a;
  }

  private static double squaredNorm(double[] a, int n, boolean withDiagonal) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      if (withDiagonal || k % (n + 1) != 0) {
        sum += a[k] * a[k];
      }
    }
    return sum;
  }

  /** {@code A := J'AJ} with the rotation J of the plane (p, q) that makes {@code A_pq} zero. */
  private static void rotate(double[] a, int n, int p, int q) {
    double apq = a[p * n + q];
    if (apq == 0) {
      return;
    }
    double theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
    double t = Math.copySign(1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1)), theta);
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    a[p * n + p] -= t * apq;
    a[q * n + q] += t * apq;
    a[p * n + q] = 0;
    a[q * n + p] = 0;
    for (int k = 0; k < n; k++) {
      if (k != p && k != q) {
        double akp = a[k * n + p];
        double akq = a[k * n + q];
        a[k * n + p] = c * akp - s * akq;
        a[k * n + q] = s * akp + c * akq;
        a[p * n + k] = a[k * n + p];
        a[q * n + k] = a[k * n + q];
      }
    }
  }
}

package io.mirrorcore.matrix;

import java.util.SplittableRandom;

/** Matrices and vectors from one seed, row-major, with entries in [-1, 1]. */
final class RandomMatrices {

  private final SplittableRandom random;

  RandomMatrices(long seed) {
    random = new SplittableRandom(seed);
  }

  double[] vector(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  /** {@code XX'} of an {@code n x rank} X: semidefinite, of that rank. */
  double[] semidefinite(int n, int rank) {
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      x[i] = vector(rank);
    }
    double[] a = new double[n * n];
    for (int k = 0; k < a.length; k++) {
      for (int j = 0; j < rank; j++) {
        a[k] += x[k / n][j] * x[k % n][j];
      }
    }
    return a;
  }

  /** Well conditioned: the same plus a third of the identity. */
  double[] definite(int n) {
    double[] a = semidefinite(n, n);
    for (int i = 0; i < n; i++) {
      a[i * n + i] += 1.0 / 3;
    }
    return a;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** {@code Ax}. */
  static double[] times(double[] a, double[] x) {
    double[] product = new double[x.length];
    for (int k = 0; k < a.length; k++) {
      product[k / x.length] += a[k] * x[k % x.length];
    }
    return product;
  }

  /** The largest {@code |x_i - y_i|}; a NaN stays one. */
  static double distance(double[] x, double[] y) {
    double largest = x.length == y.length ? 0 : Double.NaN;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
    }
    return largest;
  }
}

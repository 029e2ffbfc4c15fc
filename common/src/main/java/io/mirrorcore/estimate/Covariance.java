package io.mirrorcore.estimate;

/**
 * A covariance matrix and how far it was shrunk. One flat array rather than an array of rows: the
 * solver walks it row by row, and one block of memory is what the cache likes. The array is not
 * copied, so nobody may write to it.
 *
 * @param matrix {@code n x n}, symmetric, row-major, finite; squared returns per bar until {@link
 *     #times} brings it to another unit
 * @param n number of strategies, 1 or more
 * @param shrinkage share of the target in the estimate, in [0, 1]; 0 is the sample covariance
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Covariance(double[] matrix, int n, double shrinkage) {

  public Covariance {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1; have " + n);
    }
    if (matrix.length != n * n) {
      throw new IllegalArgumentException(
          "matrix must have n * n = " + n * n + " entries; have " + matrix.length);
    }
    if (!(shrinkage >= 0 && shrinkage <= 1)) {
      throw new IllegalArgumentException("shrinkage must be in [0, 1]; have " + shrinkage);
    }
    for (int k = 0; k < matrix.length; k++) {
      if (!Double.isFinite(matrix[k])) {
        throw new IllegalArgumentException(
            "covariance of " + k / n + " and " + k % n + " must be finite; have " + matrix[k]);
      }
    }
  }

  public double get(int i, int j) {
    return matrix[i * n + j];
  }

  /**
   * {@code Sigma + gamma I}: lifts every eigenvalue, so that no portfolio looks riskless.
   *
   * @param gamma 0 or more, in the units of this matrix
   */
  public Covariance plusIdentity(double gamma) {
    if (!(gamma >= 0)) {
      throw new IllegalArgumentException("gamma must be at least 0; have " + gamma);
    }
    double[] sum = matrix.clone();
    for (int i = 0; i < n; i++) {
      sum[i * n + i] += gamma;
    }
    return new Covariance(sum, n, shrinkage);
  }

  /**
   * {@code factor Sigma}: from per bar to per day, for one, with the bars of a day as the factor.
   *
   * @param factor 0 or more
   */
  public Covariance times(double factor) {
    if (!(factor >= 0)) {
      throw new IllegalArgumentException("factor must be at least 0; have " + factor);
    }
    double[] product = matrix.clone();
    for (int k = 0; k < product.length; k++) {
      product[k] *= factor;
    }
    return new Covariance(product, n, shrinkage);
  }
}

package io.mirrorcore.estimate;

import io.mirrorcore.matrix.SymmetricEigenvalues;

/**
 * Largest over smallest eigenvalue: by how much errors in the covariance are magnified on their way
 * to unconstrained weights. O(n^3), a third of what forming the estimate of 60 returns costs.
 */
public final class ConditionNumber {

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
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : SymmetricEigenvalues.of(scaled(sigma.matrix()), sigma.n())) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    boolean regular = smallest > sigma.n() * EPSILON * largest;
    return regular ? largest / smallest : Double.POSITIVE_INFINITY;
  }

  /** By a power of two, which is exact, to a largest entry near 1: squares cannot underflow. */
  private static double[] scaled(double[] matrix) {
    double largest = 0;
    for (double value : matrix) {
      largest = Math.max(largest, Math.abs(value));
    }
    double[] a = matrix.clone();
    int exponent = Math.getExponent(largest);
    // A subnormal largest entry is brought up as far as one factor can.
    double factor = Math.scalb(1.0, -Math.max(exponent, 1 - Double.MAX_EXPONENT));
    for (int k = 0; k < a.length; k++) {
      a[k] *= factor;
    }
    return a;
  }
}

package io.mirrorcore.estimate;

/**
 * The unbiased sample covariance {@code 1/(T-1) sum_t x_t x_t'}: the textbook estimate, and the
 * yardstick for the others. Singular where {@code T <= N}, nearly so well above that, and an
 * optimiser puts its money exactly where it errs most; prefer {@link LedoitWolf}.
 */
public final class SampleCovariance {

  private SampleCovariance() {}

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 2}, finite
   * @return per bar, {@code N x N}, shrinkage 0
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static Covariance of(double[][] returns) {
    CentredWindow window = CentredWindow.of(returns, 2);
    double[] sigma = window.scatter();
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] /= window.rows() - 1;
    }
    return new Covariance(sigma, window.columns(), 0);
  }
}

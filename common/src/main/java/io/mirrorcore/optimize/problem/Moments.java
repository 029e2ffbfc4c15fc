package io.mirrorcore.optimize.problem;

/**
 * The estimates that a problem is posed with. Uncopied and unjudged: data may be wrong, and it is
 * for the checks to say so.
 *
 * @param mu N expected returns; per day in this project, as lambda and eta are tuned for days
 * @param sigma {@code N x N} covariance, symmetric positive semidefinite, row-major, in the unit of
 *     mu squared
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Moments(double[] mu, double[] sigma) {

  /** N, the number of strategies. */
  public int size() {
    return mu.length;
  }

  /** {@code w'Sigma w}. */
  public double variance(double[] w) {
    return variance(sigma, w);
  }

  /** {@code w'Sigma w} of a row-major sigma. */
  static double variance(double[] sigma, double[] w) {
    int n = w.length;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += sigma[i * n + j] * w[j];
      }
      variance += row * w[i];
    }
    return variance;
  }
}

package io.mirrorcore.tune;

import io.mirrorcore.market.option.NormalDistribution;

/**
 * Expected improvement: by how much one more value of a function that is to be maximised is
 * expected to exceed the best so far (Mockus 1978; Jones, Schonlau and Welch 1998, equation 15). m
 * and s are mean and standard deviation of the value, N and n the normal distribution function and
 * density.
 *
 * <pre>
 *   EI = (m - best) N(z) + s n(z),   z = (m - best) / s;   max(0, m - best) where s = 0
 * </pre>
 */
final class ExpectedImprovement {

  private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

  private ExpectedImprovement() {}

  /**
   * The expectation.
   *
   * @param posterior m and s of the place
   * @param best what is to be beaten
   * @return 0 or more
   */
  static double of(GaussianProcess.Posterior posterior, double best) {
    double gain = posterior.mean() - best;
    double s = posterior.deviation();
    if (!(s > 0)) {
      return Math.max(0, gain);
    }
    double z = gain / s;
    double density = StrictMath.exp(-0.5 * z * z) / ROOT_2_PI;
    return Math.max(0, gain * NormalDistribution.cdf(z) + s * density);
  }
}

package io.mirrorcore.estimate;

/**
 * Oracle approximating shrinkage towards the scaled identity: Chen, Wiesel, Eldar &amp; Hero
 * (2010), "Shrinkage algorithms for MMSE covariance estimation", eq. 23; the numbers of
 * scikit-learn's {@code OAS}. Derived for normal returns, where it beats {@link LedoitWolf} at few
 * observations; it does not look at fourth moments, so that fat tails do not make it shrink more.
 *
 * <pre>
 *   S = (1/T) sum_t x_t x_t'      m = tr S / N      a = ||S||_F^2 / N^2
 *   shrinkage = min(1, (a + m^2) / ((T + 1) (a - m^2 / N)))
 *   Sigma = (1 - shrinkage) S + shrinkage m I
 * </pre>
 *
 * Like scikit-learn it leaves out the paper's {@code 2/N} on {@code tr(S^2)}, which vanishes for
 * many strategies. Where S is a multiple of the identity the shrinkage is 1, which changes nothing
 * but says so; for N = 1 it is 0.
 */
final class Oas {

  private Oas() {}

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 2}, finite
   * @return per bar, {@code N x N}
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  static Covariance of(double[][] returns) {
    CentredWindow window = CentredWindow.of(returns, 2);
    int n = window.columns();
    double[] sigma = window.scatter();
    double trace = 0;
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] /= window.rows();
    }
    for (int i = 0; i < n; i++) {
      trace += sigma[i * n + i];
    }
    double shrinkage = n == 1 ? 0 : shrinkage(sigma, n, window.rows(), trace / n);
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] *= 1 - shrinkage;
    }
    for (int i = 0; i < n; i++) {
      sigma[i * n + i] += shrinkage * (trace / n);
    }
    return new Covariance(sigma, n, shrinkage);
  }

  /** {@code a - m^2 / N} is the squared distance of S from m I over N^2: so it cannot cancel. */
  private static double shrinkage(double[] s, int n, int rows, double target) {
    double norm = 0;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = s[i * n + j];
        double fromTarget = i == j ? value - target : value;
        norm += value * value;
        distance += fromTarget * fromTarget;
      }
    }
    double squares = (double) n * n;
    double numerator = norm / squares + target * target;
    double denominator = (rows + 1) * (distance / squares);
    return denominator > 0 ? Math.min(1, numerator / denominator) : 1;
  }
}

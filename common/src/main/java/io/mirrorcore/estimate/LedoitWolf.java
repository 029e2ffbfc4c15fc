package io.mirrorcore.estimate;

/**
 * Covariance shrunk towards the scaled identity with the intensity of least expected squared error:
 * Ledoit &amp; Wolf (2004), "A well-conditioned estimator for large-dimensional covariance
 * matrices", Lemma 3.4; the numbers of scikit-learn's {@code LedoitWolf}. Sixty returns of nineteen
 * strategies leave the sample covariance nearly singular, and an optimiser puts its money exactly
 * where that estimate errs; this one is always as well conditioned as the data deserve. Under fat
 * tails the intensity nears 1 and the estimate forgets the correlations.
 *
 * <pre>
 *   x_t    row t less the column means         S     = (1/T) sum_t x_t x_t'
 *   m      = tr S / N                          q4    = sum_t ||x_t||^4
 *   delta  = ||S - m I||_F^2 / N               beta  = (q4 / T - ||S||_F^2) / (N T)
 *   shrinkage = min(beta, delta) / delta       Sigma = (1 - shrinkage) S + shrinkage m I
 * </pre>
 *
 * All moments divide by T, not T - 1. The shrinkage is 0 where there is nothing to shrink: N = 1,
 * and S a multiple of the identity (constant columns among them).
 */
public final class LedoitWolf {

  private LedoitWolf() {}

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 2}, finite
   * @return per bar, {@code N x N}
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static Covariance of(double[][] returns) {
    int n = ReturnWindow.columns(returns, 2);
    double[][] centred = centred(returns, n);
    double[] sigma = scatter(centred, n);
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] /= returns.length;
    }
    double target = trace(sigma, n) / n;
    double shrinkage = n == 1 ? 0 : shrinkage(sigma, n, returns.length, fourthPowers(centred));
    shrink(sigma, n, target, shrinkage);
    return new Covariance(sigma, n, shrinkage);
  }

  /** Means are taken about the first row, so that a constant column has a variance of exactly 0. */
  private static double[][] centred(double[][] returns, int n) {
    int rows = returns.length;
    double[] mean = new double[n];
    for (double[] row : returns) {
      for (int i = 0; i < n; i++) {
        mean[i] += row[i] - returns[0][i];
      }
    }
    for (int i = 0; i < n; i++) {
      mean[i] = returns[0][i] + mean[i] / rows;
    }
    double[][] centred = new double[rows][n];
    for (int t = 0; t < rows; t++) {
      for (int i = 0; i < n; i++) {
        centred[t][i] = returns[t][i] - mean[i];
      }
    }
    return centred;
  }

  private static double[] scatter(double[][] centred, int n) {
    double[] scatter = new double[n * n];
    for (double[] x : centred) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          scatter[i * n + j] += x[i] * x[j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        scatter[j * n + i] = scatter[i * n + j];
      }
    }
    return scatter;
  }

  private static double trace(double[] matrix, int n) {
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += matrix[i * n + i];
    }
    return trace;
  }

  /** {@code q4 = sum_t ||x_t||^4}. */
  private static double fourthPowers(double[][] centred) {
    double sum = 0;
    for (double[] x : centred) {
      double square = 0;
      for (double value : x) {
        square += value * value;
      }
      sum += square * square;
    }
    return sum;
  }

  /**
   * Delta is summed as it stands above, not expanded: expanded it cancels, and may turn negative,
   * where S is nearly a multiple of the identity.
   */
  private static double shrinkage(double[] s, int n, int rows, double q4) {
    double target = trace(s, n) / n;
    double norm = 0;
    double distance = 0;
    for (int k = 0; k < s.length; k++) {
      double fromTarget = k % (n + 1) == 0 ? s[k] - target : s[k];
      norm += s[k] * s[k];
      distance += fromTarget * fromTarget;
    }
    double delta = distance / n;
    // Two rows leave beta = 0 up to rounding, which must not become a negative intensity.
    double beta = Math.max(0, (q4 / rows - norm) / ((double) n * rows));
    return delta > 0 ? Math.min(beta, delta) / delta : 0;
  }

  private static void shrink(double[] sigma, int n, double target, double shrinkage) {
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] *= 1 - shrinkage;
    }
    for (int i = 0; i < n; i++) {
      sigma[i * n + i] += shrinkage * target;
    }
  }
}

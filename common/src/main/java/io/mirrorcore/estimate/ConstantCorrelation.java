package io.mirrorcore.estimate;

/**
 * Covariance shrunk towards the one in which all pairs have the same correlation: Ledoit &amp; Wolf
 * (2003), "Honey, I shrunk the sample covariance matrix", Appendices A and B; the numbers of the
 * authors' own {@code covCor.m}. Keeps every variance as the sample has it, unlike {@link
 * LedoitWolf}, which pulls them together; to be preferred where strategies differ widely in risk.
 *
 * <pre>
 *   x_t    row t less the column means         S = (1/T) sum_t x_t x_t',  sd_i = sqrt(s_ii)
 *   r      mean of s_ij / (sd_i sd_j), i != j  F: f_ii = s_ii, f_ij = r sd_i sd_j
 *   pi     sum_ij AsyVar(s_ij)  = q4 / T - ||S||_F^2,  q4 = sum_t ||x_t||^4
 *   rho    sum_ij AsyCov(f_ij, s_ij) = sum_i pi_ii + r sum_(i != j) (sd_j / sd_i) theta_ij,
 *          theta_ij = (1/T) sum_t x_ti^3 x_tj - s_ii s_ij
 *   gamma  ||F - S||_F^2
 *   shrinkage = clip((pi - rho) / (gamma T), 0, 1)    Sigma = (1 - shrinkage) S + shrinkage F
 * </pre>
 *
 * Sums over j come before sums over i, so that pi and rho cost O(T N) beside the O(T N^2) of S. A
 * constant column has no correlations: it takes no part in r and stays at 0. The shrinkage is 0
 * where S is F already: one or two columns that move, or none.
 */
final class ConstantCorrelation {

  /** F - S this small against S, squared, is rounding, and so is what is divided by it. */
  private static final double NEGLIGIBLE = 0x1p-84;

  private final int n;
  private final int rows;
  private final CentredWindow window;
  private final double[] s;
  private final double[] sd;
  private final double r;

  private ConstantCorrelation(CentredWindow window) {
    this.window = window;
    n = window.columns();
    rows = window.rows();
    s = window.scatter();
    for (int k = 0; k < s.length; k++) {
      s[k] /= rows;
    }
    sd = new double[n];
    for (int i = 0; i < n; i++) {
      sd[i] = Math.sqrt(s[i * n + i]);
    }
    r = averageCorrelation();
  }

  /**
   * The estimate from a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 2}, finite
   * @return per bar, {@code N x N}
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  static Covariance of(double[][] returns) {
    return new ConstantCorrelation(CentredWindow.of(returns, 2)).estimate();
  }

  private Covariance estimate() {
    double shrinkage = shrinkage();
    double[] sigma = s.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double value = (1 - shrinkage) * s[i * n + j] + shrinkage * target(i, j);
        sigma[i * n + j] = value;
        sigma[j * n + i] = value;
      }
    }
    return new Covariance(sigma, n, shrinkage);
  }

  private double target(int i, int j) {
    return r * (sd[i] * sd[j]);
  }

  private double averageCorrelation() {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double scale = sd[i] * sd[j];
        if (scale > 0) {
          sum += s[i * n + j] / scale;
          pairs++;
        }
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private double shrinkage() {
    double norm = 0;
    double gamma = 0;
    double diagonal = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      diagonal += s[i * n + i] * s[i * n + i];
      for (int j = 0; j < i; j++) {
        double value = s[i * n + j];
        double fromTarget = target(i, j) - value;
        norm += 2 * value * value;
        gamma += 2 * fromTarget * fromTarget;
        weighted += 2 * sd[i] * sd[j] * value;
      }
    }
    norm += diagonal;
    if (!(gamma > NEGLIGIBLE * norm)) {
      return 0;
    }
    double fourth = ownFourthMoments();
    double pi = window.fourthPowers() / rows - norm;
    double rho = fourth - diagonal + r * (mixedMoments() - fourth - weighted);
    return Math.max(0, Math.min(1, (pi - rho) / gamma / rows));
  }

  /** {@code (1/T) sum_ti x_ti^4}. */
  private double ownFourthMoments() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < rows; t++) {
        double square = window.get(t, i) * window.get(t, i);
        sum += square * square;
      }
    }
    return sum / rows;
  }

  /** {@code (1/T) sum_t (sum_i x_ti^3 / sd_i) (sum_j sd_j x_tj)}, i = j included. */
  private double mixedMoments() {
    double[] cubes = new double[rows];
    double[] levels = new double[rows];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < rows && sd[i] > 0; t++) {
        double value = window.get(t, i);
        cubes[t] += value * value * value / sd[i];
        levels[t] += sd[i] * value;
      }
    }
    double sum = 0;
    for (int t = 0; t < rows; t++) {
      sum += cubes[t] * levels[t];
    }
    return sum / rows;
  }
}

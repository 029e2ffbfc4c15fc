package io.mirrorcore.estimate;

import io.mirrorcore.matrix.SymmetricEigenvectors;
import java.util.Arrays;

/**
 * How much skill the returns of K strategies are evidence of: annual Sharpe ratios, drawn together
 * as far as the data do not hold them apart (empirical Bayes; Robbins 1956, Efron &amp; Morris
 * 1973). A year of returns gives a Sharpe ratio with a standard error of 1, where true ones differ
 * by some 0.2: taken at its word it is nearly all noise.
 *
 * <pre>
 *   s_k      m_k / sd_k * sqrt(ppy)        m_k mean, sd_k deviation (divided by n) of n periods
 *   s | p    ~ N(p, Omega / T)             Omega correlation of the returns, T = n / ppy years
 *   p        ~ N(m0, tau^2 I)
 *   m0       = c + kappa (mean(s) - c)     c = -0.1, what a strategy has after cost before anything
 *                                          is known;  kappa = a / (a + 1'Omega 1 / (K^2 T)),
 *                                          a = 0.3^2 the spread of that
 *   Omega/T  = V diag(e) V',  z = V'(s - m0),  e_i at least 1e-6 / T
 *   tau^2    maximises sum_i -1/2 (ln(tau^2 + e_i) + z_i^2 / (tau^2 + e_i))
 *            over (j/40)^2, j = 0..40, the first of equals
 *   E(p|s)   = m0 + V diag(tau^2 / (tau^2 + e)) z
 * </pre>
 *
 * With tau = 0, the answer to noise, all strategies are expected to be as good as their mean. One
 * whose return never changes has Sharpe ratio 0 and correlates with none.
 *
 * @param years T
 * @param sharpe s, K observed annual Sharpe ratios
 * @param m0 mean of the prior
 * @param tau standard deviation of the prior, in [0, 1]
 * @param posterior E(p|s), K expected annual Sharpe ratios
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record SharpePosterior(
    double years, double[] sharpe, double m0, double tau, double[] posterior) {

  private static final double CENTRE = -0.1;
  private static final double CENTRE_VARIANCE = 0.09;
  private static final double LEAST_VARIANCE = 1e-6;
  private static final int GRID = 40;

  /**
   * What a window of returns says.
   *
   * @param returns {@code n x K}, a row a period, {@code n >= 2}, finite
   * @param periodsPerYear above 0
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static SharpePosterior of(double[][] returns, double periodsPerYear) {
    int k = ReturnWindow.columns(returns, 2);
    if (!(periodsPerYear > 0)) {
      throw new IllegalArgumentException("periodsPerYear must be above 0; have " + periodsPerYear);
    }
    return of(StandardScores.of(returns, k), returns.length / periodsPerYear, periodsPerYear);
  }

  /** The same of moments. */
  static SharpePosterior of(StandardScores scores, double years, double periodsPerYear) {
    double[] sharpe = scores.sharpe(periodsPerYear);
    int k = sharpe.length;
    double[] noise = scores.correlation().clone();
    double errorOfMean = Arrays.stream(noise).sum() / ((double) k * k * years);
    double m0 = shrunk(Arrays.stream(sharpe).sum() / k, errorOfMean);
    for (int i = 0; i < noise.length; i++) {
      noise[i] /= years;
    }
    SymmetricEigenvectors basis = SymmetricEigenvectors.of(noise, k);
    double[] e = basis.values().clone();
    for (int i = 0; i < k; i++) {
      e[i] = Math.max(e[i], LEAST_VARIANCE / years);
    }
    double[] z = basis.coordinates(Arrays.stream(sharpe).map(s -> s - m0).toArray());
    double tau = likeliest(e, z);
    for (int i = 0; i < k; i++) {
      z[i] *= tau * tau / (tau * tau + e[i]);
    }
    double[] posterior = Arrays.stream(basis.combination(z)).map(p -> m0 + p).toArray();
    return new SharpePosterior(years, sharpe, m0, tau, posterior);
  }

  /**
   * The expected Sharpe ratio of one stream of returns alone: K = 1, and m0 is all there is.
   *
   * @param sharpe observed, annual
   * @param years it was observed for, above 0
   */
  public static double ofOne(double sharpe, double years) {
    return shrunk(sharpe, 1 / years);
  }

  /** {@code c + kappa (observed - c)}, where the error of what was observed has that variance. */
  private static double shrunk(double observed, double variance) {
    double kappa = CENTRE_VARIANCE / (CENTRE_VARIANCE + variance);
    return CENTRE + kappa * (observed - CENTRE);
  }

  private static double likeliest(double[] e, double[] z) {
    double best = Double.NEGATIVE_INFINITY;
    double tau = 0;
    for (int j = 0; j <= GRID; j++) {
      double candidate = (double) j / GRID;
      double likelihood = likelihood(candidate * candidate, e, z);
      if (likelihood > best) {
        best = likelihood;
        tau = candidate;
      }
    }
    return tau;
  }

  private static double likelihood(double variance, double[] e, double[] z) {
    double sum = 0;
    for (int i = 0; i < e.length; i++) {
      double total = variance + e[i];
      sum -= 0.5 * (StrictMath.log(total) + z[i] * z[i] / total);
    }
    return sum;
  }
}

package io.mirrorcore.estimate;

import io.mirrorcore.matrix.Cholesky;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sample means pulled towards one common value, the mean return of the minimum-variance portfolio,
 * and the further the less the sample tells them apart: Jorion (1986), "Bayes-Stein estimation for
 * portfolio analysis", eqs. 14 and 17. The best of past strategies is best partly by luck; an
 * optimiser fed with raw means buys that luck.
 *
 * <pre>
 *   m      column means                        S       sum_t x_t x_t' of the centred returns
 *   Sigma  S / (T - N - 2)                     w       inv(Sigma) 1 / 1' inv(Sigma) 1
 *   m0     w'm                                 d       m - m0 1
 *   intensity = (N + 2) / ((N + 2) + T d' inv(Sigma) d)      mean = m - intensity d
 * </pre>
 *
 * Jorion's Sigma exists for {@code T > N + 2} and independent columns that all move. Otherwise
 * {@link LedoitWolf} of the same window takes its place, and where even that is singular (one
 * constant column alone, all columns constant, two rows) there is no portfolio of least variance
 * and nothing to say how far to trust the means: they stay as they are, with intensity 0. For N = 1
 * the portfolio is the column itself: intensity 1 and no change.
 *
 * @param mean N means, in the unit of the returns
 * @param intensity share of the common value in each of them, in [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record BayesSteinMean(double[] mean, double intensity) {

  public BayesSteinMean {
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new IllegalArgumentException("intensity must be in [0, 1]; have " + intensity);
    }
  }

  /**
   * The means of a window of returns.
   *
   * @param returns {@code T x N}, {@code T >= 2}, finite
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static BayesSteinMean of(double[][] returns) {
    CentredWindow window = CentredWindow.of(returns, 2);
    return factor(window)
        .map(sigma -> shrunk(window.mean(), sigma, window.rows()))
        .orElseGet(() -> new BayesSteinMean(window.mean(), 0));
  }

  /** The same as one of several ways to estimate a mean. */
  MeanEstimate estimate() {
    return new MeanEstimate(mean, intensity);
  }

  private static Optional<Cholesky> factor(CentredWindow window) {
    int n = window.columns();
    double[] scatter = window.scatter();
    int divisor = window.rows() - n - 2;
    Optional<Cholesky> jorion =
        divisor > 0 ? Cholesky.of(divided(scatter, divisor), n) : Optional.empty();
    return jorion.or(
        () ->
            Cholesky.of(
                LedoitWolf.shrunk(scatter, n, window.rows(), window.fourthPowers()).matrix(), n));
  }

  private static double[] divided(double[] scatter, double divisor) {
    double[] sigma = scatter.clone();
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] /= divisor;
    }
    return sigma;
  }

  private static BayesSteinMean shrunk(double[] mean, Cholesky sigma, int rows) {
    int n = mean.length;
    double target = target(mean, sigma);
    double[] distance = new double[n];
    for (int i = 0; i < n; i++) {
      distance[i] = mean[i] - target;
    }
    double information = 0;
    for (double value : sigma.forward(distance)) {
      information += value * value;
    }
    double intensity = (n + 2) / (n + 2 + rows * information);
    for (int i = 0; i < n; i++) {
      mean[i] -= intensity * distance[i];
    }
    return new BayesSteinMean(mean, intensity);
  }

  /** The mean return of the minimum-variance portfolio. */
  private static double target(double[] mean, Cholesky sigma) {
    double[] ones = new double[mean.length];
    Arrays.fill(ones, 1);
    double[] weights = sigma.solve(ones);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += weights[i] * mean[i];
      total += weights[i];
    }
    return sum / total;
  }
}

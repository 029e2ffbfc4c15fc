package io.mirrorcore.tune;

import io.mirrorcore.matrix.Cholesky;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gaussian process regression with mean zero: the posterior of a function after noisy observations
 * of it (Rasmussen and Williams 2006, algorithm 2.1).
 *
 * <pre>
 *   K = k(X, X) + s^2 I = L L',   alpha = inv(K) y
 *   mean(x) = k(x, X) alpha,   variance(x) = k(x, x) - |inv(L) k(X, x)|^2
 *   log p(y) = -y' alpha / 2 - log|K| / 2 - n/2 log(2 pi)
 * </pre>
 *
 * <p>X is n x D, y has n entries. The variance is that of the function, without the noise of an
 * observation. Where K is singular to working precision, the smallest power of ten times the prior
 * variance that makes it regular is added to the diagonal. Fitting costs O(n^3), a prediction
 * O(n^2).
 */
final class GaussianProcess {

  private static final double LEAST_JITTER = 1e-12;

  private final double[][] x;
  private final double[] y;
  private final Matern52 kernel;
  private final double noise;
  private final Cholesky factor;
  private final double[] alpha;

  /**
   * @param x inputs, n x D, n at least 1
   * @param y outputs
   * @param kernel prior covariance
   * @param noise variance s^2 of a look, 0 or more
   */
  GaussianProcess(double[][] x, double[] y, Matern52 kernel, double noise) {
    if (x.length < 1 || x.length != y.length) {
      throw new IllegalArgumentException(
          "inputs and outputs must be equally many, at least 1; have "
              + x.length
              + " and "
              + y.length);
    }
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("noise must be at least 0 and finite; have " + noise);
    }
    for (int i = 0; i < y.length; i++) {
      if (!(Double.isFinite(y[i]) && Arrays.stream(x[i]).allMatch(Double::isFinite))) {
        throw new IllegalArgumentException(
            "inputs and outputs must be finite; have " + Arrays.toString(x[i]) + ", " + y[i]);
      }
    }
    this.x = x.clone();
    this.y = y.clone();
    this.kernel = kernel;
    this.noise = noise;
    factor = factor();
    alpha = factor.solve(y);
  }

  /**
   * What it says of one place.
   *
   * @param mean of the function there
   * @param deviation standard deviation, 0 or more
   */
  record Posterior(double mean, double deviation) {}

  private Cholesky factor() {
    int n = x.length;
    double[] k = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        k[i * n + j] = kernel.of(x[i], x[j]);
        k[j * n + i] = k[i * n + j];
      }
      k[i * n + i] += noise;
    }
    Optional<Cholesky> found = Cholesky.of(k, n);
    for (double jitter = LEAST_JITTER; found.isEmpty(); jitter *= 10) {
      double[] mended = k.clone();
      for (int i = 0; i < n; i++) {
        mended[i * n + i] += jitter * kernel.variance();
      }
      found = Cholesky.of(mended, n);
    }
    return found.get();
  }

  Posterior at(double[] place) {
    double[] covariances = new double[x.length];
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      covariances[i] = kernel.of(place, x[i]);
      mean += covariances[i] * alpha[i];
    }
    double explained = 0;
    for (double part : factor.forward(covariances)) {
      explained += part * part;
    }
    return new Posterior(mean, Math.sqrt(Math.max(0, kernel.variance() - explained)));
  }

  /** How probable the outputs are under this prior, as a logarithm. */
  double logMarginalLikelihood() {
    return -0.5 * fit()
        - 0.5 * factor.logDeterminant()
        - 0.5 * x.length * StrictMath.log(2 * Math.PI);
  }

  /** y' inv(K) y. */
  double fit() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * alpha[i];
    }
    return sum;
  }

  double logDeterminant() {
    return factor.logDeterminant();
  }

  /** The same prior after one look more. */
  GaussianProcess with(double[] place, double output) {
    int n = x.length;
    double[][] places = Arrays.copyOf(x, n + 1);
    double[] outputs = Arrays.copyOf(y, n + 1);
    places[n] = place;
    outputs[n] = output;
    return new GaussianProcess(places, outputs, kernel, noise);
  }
}

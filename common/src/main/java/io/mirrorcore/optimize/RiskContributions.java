package io.mirrorcore.optimize;

/**
 * Where a portfolio's variance comes from: c_i = w_i (Sigma w)_i / w'Sigma w, which add up to 1
 * (Euler's theorem for the homogeneous volatility). A strategy that hedges the rest contributes
 * negatively. Of a riskless portfolio, whose variance has no origin, the weights themselves.
 */
final class RiskContributions {

  private RiskContributions() {}

  /**
   * The shares, which add up to 1.
   *
   * @param weights n weights adding up to 1
   * @param sigma n x n, row-major
   */
  static double[] of(double[] weights, double[] sigma) {
    int n = weights.length;
    double[] contributions = new double[n];
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        contributions[i] += weights[i] * sigma[i * n + j] * weights[j];
      }
      variance += contributions[i];
    }
    if (!(variance > 0)) {
      return weights.clone();
    }
    for (int i = 0; i < n; i++) {
      contributions[i] /= variance;
    }
    return contributions;
  }

  /** w'Sigma w, 0 or more. */
  static double variance(double[] weights, double[] sigma) {
    int n = weights.length;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        variance += weights[i] * sigma[i * n + j] * weights[j];
      }
    }
    return Math.max(0, variance);
  }
}

package io.mirrorcore.portfolio;

import io.mirrorcore.estimate.Covariance;

/**
 * Where a portfolio's variance comes from: c_i = w_i (Sigma w)_i / w'Sigma w, which add up to 1
 * (Euler's theorem for the homogeneous volatility). A strategy that hedges the rest contributes
 * negatively. Of a riskless portfolio, whose variance has no origin, the weights themselves.
 */
final class RiskContributions {

  private RiskContributions() {}

  /**
   * @param weights n weights adding up to 1
   * @param sigma n x n
   */
  static double[] of(double[] weights, Covariance sigma) {
    int n = weights.length;
    double[] contributions = new double[n];
    double variance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        contributions[i] += weights[i] * sigma.get(i, j) * weights[j];
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

  /** w'Sigma w. */
  static double variance(double[] weights, Covariance sigma) {
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        variance += weights[i] * sigma.get(i, j) * weights[j];
      }
    }
    return Math.max(0, variance);
  }
}

package io.mirrorcore.optimize;

/**
 * The Karush-Kuhn-Tucker conditions of any concave objective on a budget and a box, as {@link
 * KktCertificate} states them. Whatever else the gradient must make up for, such as multipliers of
 * further constraints, is subtracted from it before.
 */
final class KktConditions {

  /** A weight this near to a bound counts as at it when the multiplier is sought. */
  private static final double AT_BOUND = 1e-12;

  private KktConditions() {}

  /** {@code max(1, sum |w|)}, the size that errors of weights are relative to. */
  static double weightSize(double[] weights) {
    double absolute = 0;
    for (double w : weights) {
      absolute += Math.abs(w);
    }
    return Math.max(1, absolute);
  }

  /** The largest violation of budget and box, relative; a NaN stays one. */
  static double infeasibility(double[] lower, double[] upper, double[] weights) {
    double size = weightSize(weights);
    double sum = 0;
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      worst = Math.max(worst, Math.max(lower[i] - weights[i], weights[i] - upper[i]) / size);
    }
    return Math.max(worst, Math.abs(sum - 1) / size);
  }

  /** The largest violation of stationarity and complementarity, relative; a NaN stays one. */
  static double dissent(
      double[] gradient, double gradientSize, double nu, double[][] box, double[] weights) {
    double size = weightSize(weights);
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      double pull = relative(gradient[i] - nu, gradientSize);
      double room = pull > 0 ? box[1][i] - weights[i] : weights[i] - box[0][i];
      // Math.max and Math.min keep a NaN.
      worst = Math.max(worst, Math.min(Math.abs(pull), Math.max(0, room) / size));
    }
    return worst;
  }

  /** See {@link KktCertificate#budgetMultiplier}. */
  static double budgetMultiplier(
      double[] gradient, double[] lower, double[] upper, double[] weights) {
    double takers = Double.NEGATIVE_INFINITY;
    double givers = Double.POSITIVE_INFINITY;
    for (int i = 0; i < gradient.length; i++) {
      if (upper[i] - weights[i] > AT_BOUND) {
        takers = Math.max(takers, gradient[i]);
      }
      if (weights[i] - lower[i] > AT_BOUND) {
        givers = Math.min(givers, gradient[i]);
      }
    }
    if (takers == Double.NEGATIVE_INFINITY) {
      return givers == Double.POSITIVE_INFINITY ? 0 : givers;
    }
    return givers == Double.POSITIVE_INFINITY ? takers : takers + 0.5 * (givers - takers);
  }

  /** 0 for 0, whatever the size; also where that is 0. */
  static double relative(double value, double size) {
    return value == 0 ? 0 : value / size;
  }

  /** A residual to publish: infinite where it could not be computed. */
  static double orInfinite(double residual) {
    return residual >= 0 ? residual : Double.POSITIVE_INFINITY;
  }
}

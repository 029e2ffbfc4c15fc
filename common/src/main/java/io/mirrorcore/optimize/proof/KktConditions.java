package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import java.util.List;

/**
 * The Karush-Kuhn-Tucker conditions of any concave objective on a budget, a box and group caps, as
 * {@link MeanVarianceCertificate} states them. The multipliers of further constraints are
 * subtracted from the gradient before.
 */
public final class KktConditions {

  /** A weight this near to a bound counts as at it when the multiplier is sought. */
  private static final double AT_BOUND = 1e-12;

  private KktConditions() {}

  /** {@code max(1, sum |w|)}, the size that errors of weights are relative to. */
  public static double weightSize(double[] weights) {
    double absolute = 0;
    for (double w : weights) {
      absolute += Math.abs(w);
    }
    return Math.max(1, absolute);
  }

  /** The largest violation of budget and box, relative; a NaN stays one. */
  static double primalResidual(Box box, double[] weights) {
    double size = weightSize(weights);
    double sum = 0;
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      double below = box.lower()[i] - weights[i];
      worst = Math.max(worst, Math.max(below, weights[i] - box.upper()[i]) / size);
    }
    return Math.max(worst, Math.abs(sum - 1) / size);
  }

  /** The largest violation of budget, box and group caps, relative; a NaN stays one. */
  static double primalResidual(Box box, List<GroupCap> groups, double[] weights) {
    double worst = 0;
    for (GroupCap group : groups) {
      worst = Math.max(worst, group.weight(weights) - group.cap());
    }
    return Math.max(primalResidual(box, weights), worst / weightSize(weights));
  }

  /**
   * The largest violation of stationarity and of the bounds' complementarity, relative; a NaN stays
   * one.
   *
   * @param nu multiplier of the budget
   */
  static double stationarity(Gradient gradient, double nu, Box box, double[] weights) {
    double size = weightSize(weights);
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      double multiplier = relative(gradient.values()[i] - nu, gradient.size());
      double slack = multiplier > 0 ? box.upper()[i] - weights[i] : weights[i] - box.lower()[i];
      // Math.max and Math.min keep a NaN.
      worst = Math.max(worst, Math.min(Math.abs(multiplier), Math.max(0, slack) / size));
    }
    return worst;
  }

  /**
   * The largest violation of the sign of a group's multiplier and of its complementarity, relative.
   *
   * @param y one multiplier a group, in the unit of the gradient
   */
  static double complementarity(
      List<GroupCap> groups, double[] y, double gradientSize, double[] weights) {
    double weightSize = weightSize(weights);
    double worst = 0;
    for (int g = 0; g < y.length; g++) {
      double multiplier = relative(y[g], gradientSize);
      double slack = Math.max(0, groups.get(g).slack(weights)) / weightSize;
      worst = Math.max(worst, Math.max(-multiplier, Math.min(multiplier, slack)));
    }
    return worst;
  }

  /** See {@link MeanVarianceCertificate#budgetMultiplier}. */
  static double budgetMultiplier(double[] gradient, Box box, double[] weights) {
    double largestThatCanRise = Double.NEGATIVE_INFINITY;
    double leastThatCanFall = Double.POSITIVE_INFINITY;
    for (int i = 0; i < gradient.length; i++) {
      if (box.upper()[i] - weights[i] > AT_BOUND) {
        largestThatCanRise = Math.max(largestThatCanRise, gradient[i]);
      }
      if (weights[i] - box.lower()[i] > AT_BOUND) {
        leastThatCanFall = Math.min(leastThatCanFall, gradient[i]);
      }
    }
    if (largestThatCanRise == Double.NEGATIVE_INFINITY) {
      return leastThatCanFall == Double.POSITIVE_INFINITY ? 0 : leastThatCanFall;
    }
    return leastThatCanFall == Double.POSITIVE_INFINITY
        ? largestThatCanRise
        : largestThatCanRise + 0.5 * (leastThatCanFall - largestThatCanRise);
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

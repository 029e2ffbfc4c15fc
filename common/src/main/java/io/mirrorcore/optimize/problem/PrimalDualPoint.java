package io.mirrorcore.optimize.problem;

/**
 * A candidate for the optimum, not yet judged: weights, and the multipliers of the constraints that
 * shall prove them optimal.
 *
 * @param weights N weights
 * @param budgetMultiplier of {@code sum w = 1}; for risk parity the t of {@link RiskParityProblem}
 * @param groupMultipliers one for each group cap, 0 or more; {@link SharpeProblem} says where there
 *     are twice as many
 * @param scenarioWeights one for each scenario of a {@link TailLossProblem}; empty for any other
 * @param iterations what it took to find: factorisations, pivots or Newton steps, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record PrimalDualPoint(
    double[] weights,
    double budgetMultiplier,
    double[] groupMultipliers,
    double[] scenarioWeights,
    int iterations) {

  private static final double[] NONE = {};

  /** A point of a problem without groups and scenarios. */
  public static PrimalDualPoint of(double[] weights, double budgetMultiplier, int iterations) {
    return new PrimalDualPoint(weights, budgetMultiplier, NONE, NONE, iterations);
  }

  /** A point of a problem without scenarios. */
  public static PrimalDualPoint of(
      double[] weights, double budgetMultiplier, double[] groupMultipliers, int iterations) {
    return new PrimalDualPoint(weights, budgetMultiplier, groupMultipliers, NONE, iterations);
  }

  /** The same point as one of a problem without scenarios. */
  public PrimalDualPoint withoutScenarios() {
    return of(weights, budgetMultiplier, groupMultipliers, iterations);
  }
}

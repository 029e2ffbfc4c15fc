package io.mirrorcore.optimize;

/**
 * What a solver hands to the certificate: weights and multipliers, not yet judged. Components as in
 * {@link Solution}.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record Answer(
    double[] weights,
    double budgetMultiplier,
    double[] groupMultipliers,
    double[] scenarioWeights,
    int iterations) {

  Answer withoutScenarios() {
    return new Answer(weights, budgetMultiplier, groupMultipliers, new double[0], iterations);
  }
}

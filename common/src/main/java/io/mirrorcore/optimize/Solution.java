package io.mirrorcore.optimize;

/**
 * What a solver found, with the proof. Read the status first: where it is INFEASIBLE or
 * INVALID_INPUT the arrays are empty, the numbers 0 and the residual {@link Double#MAX_VALUE},
 * which is finite for JSON's sake and passes no test.
 *
 * @param weights N weights, sum 1 within 1e-12, each within its bounds and, where it is at a bound,
 *     equal to it to the last bit
 * @param status how the solve ended
 * @param detail empty when OPTIMAL; else one sentence with the index and the value that is wrong
 * @param objectiveValue of the weights, in the unit of mu
 * @param kktResidual {@link KktCertificate#residual}, relative, 0 or more
 * @param budgetMultiplier what one more unit of budget would add to the objective, in the unit of
 *     mu
 * @param atLower N flags: the weight equals its lower bound
 * @param atUpper N flags: the weight equals its upper bound
 * @param iterations factorisations of the free block, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Solution(
    double[] weights,
    Status status,
    String detail,
    double objectiveValue,
    double kktResidual,
    double budgetMultiplier,
    boolean[] atLower,
    boolean[] atUpper,
    int iterations) {

  /** No weights, and why. */
  static Solution none(Status status, String detail) {
    return new Solution(
        new double[0], status, detail, 0, Double.MAX_VALUE, 0, new boolean[0], new boolean[0], 0);
  }

  /** Weights for {@code p}, judged by the certificate alone. */
  static Solution certified(MeanVarianceProblem p, double[] weights, int iterations) {
    double multiplier = KktCertificate.budgetMultiplier(p, weights);
    double residual = KktCertificate.residual(p, weights, multiplier);
    boolean optimal = residual <= KktCertificate.TOLERANCE;
    return new Solution(
        weights,
        optimal ? Status.OPTIMAL : Status.NOT_CONVERGED,
        optimal ? "" : notConverged(residual, iterations),
        p.objective(weights),
        residual,
        multiplier,
        equal(weights, p.lower()),
        equal(weights, p.upper()),
        iterations);
  }

  private static String notConverged(double residual, int iterations) {
    return "kktResidual must be at most "
        + KktCertificate.TOLERANCE
        + "; have "
        + residual
        + " after "
        + iterations
        + " iterations";
  }

  private static boolean[] equal(double[] weights, double[] bounds) {
    boolean[] equal = new boolean[weights.length];
    for (int i = 0; i < weights.length; i++) {
      equal[i] = weights[i] == bounds[i];
    }
    return equal;
  }
}

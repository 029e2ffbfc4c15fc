package io.mirrorcore.optimize;

/**
 * What a solver found, with the proof: problem, weights and multipliers are all that {@link
 * Certificate#residual} needs. Read the status first: where it is INFEASIBLE or INVALID_INPUT the
 * arrays are empty, the numbers 0 and the residual {@link Double#MAX_VALUE}, which is finite for
 * JSON's sake and passes no test.
 *
 * @param weights N weights, sum 1 within 1e-12, each within its bounds and, where it is at a bound,
 *     equal to it to the last bit
 * @param status how the solve ended
 * @param detail empty when OPTIMAL; else one sentence with the index and the value that is wrong
 * @param objectiveValue {@link WeightProblem#objectiveValue} of the weights
 * @param kktResidual {@link Certificate#residual}, relative, 0 or more
 * @param budgetMultiplier what one more unit of budget would add to the objective, in its unit; for
 *     risk parity the t of {@link WeightProblem}
 * @param atLower N flags: the weight equals its lower bound
 * @param atUpper N flags: the weight equals its upper bound
 * @param iterations factorisations of the free block, pivots or Newton steps, 0 or more
 * @param groupMultipliers what one more unit of each group's cap would add to the objective, 0 or
 *     more; empty without groups; where no return is positive, followed by those of the largest
 *     return
 * @param scenarioWeights cvar: T probabilities, each at most {@code 1/((1 - beta) T)}, under which
 *     no weights lose less on average; empty for other objectives
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
    int iterations,
    double[] groupMultipliers,
    double[] scenarioWeights) {

  private static final double[] NOTHING = {};

  /** No weights, and why. */
  public static Solution none(Status status, String detail) {
    return new Solution(
        NOTHING,
        status,
        detail,
        0,
        Double.MAX_VALUE,
        0,
        new boolean[0],
        new boolean[0],
        0,
        NOTHING,
        NOTHING);
  }

  /** Whether the weights may be traded: proven optimal, for what the status says. */
  public boolean isUsable() {
    return status == Status.OPTIMAL || status == Status.NO_POSITIVE_RETURN;
  }

  /** Weights for {@code p}, judged by the certificate alone. */
  static Solution certified(MeanVarianceProblem p, double[] weights, int iterations) {
    KktCertificate.Judged judged = KktCertificate.judge(p, weights);
    double residual = judged.residual();
    boolean optimal = residual <= KktCertificate.TOLERANCE;
    return new Solution(
        weights,
        optimal ? Status.OPTIMAL : Status.NOT_CONVERGED,
        optimal ? "" : notConverged(residual, iterations),
        p.objective(weights),
        residual,
        judged.budgetMultiplier(),
        equal(weights, p.lower()),
        equal(weights, p.upper()),
        iterations,
        NOTHING,
        NOTHING);
  }

  /**
   * Weights for {@code p} with their multipliers, judged by the certificate alone.
   *
   * @param proved the status where the certificate holds
   * @param detail the sentence that goes with it, empty for OPTIMAL
   */
  static Solution certified(WeightProblem p, Answer answer, Status proved, String detail) {
    double[] weights = answer.weights();
    double residual =
        Certificate.residual(
            p,
            weights,
            answer.budgetMultiplier(),
            answer.groupMultipliers(),
            answer.scenarioWeights());
    boolean holds = residual <= KktCertificate.TOLERANCE;
    return new Solution(
        weights,
        holds ? proved : Status.NOT_CONVERGED,
        holds ? detail : notConverged(residual, answer.iterations()),
        p.objectiveValue(weights),
        Math.min(residual, Double.MAX_VALUE),
        answer.budgetMultiplier(),
        equal(weights, p.lower()),
        equal(weights, p.upper()),
        answer.iterations(),
        answer.groupMultipliers(),
        answer.scenarioWeights());
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

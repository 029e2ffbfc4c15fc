package io.mirrorcore.optimize.problem;

/**
 * The result of a solve, with its proof: the problem and the point are all that is needed to
 * compute the residual again. Read the status first: where it is INFEASIBLE or INVALID_INPUT the
 * arrays are empty, the numbers 0 and the residual {@link Double#MAX_VALUE}, which is finite for
 * JSON's sake and passes no test.
 *
 * @param point N weights, sum 1 within 1e-12, each within its bounds and, where it is at a bound,
 *     equal to it to the last bit; and their multipliers
 * @param status how the solve ended
 * @param detail empty when OPTIMAL; else one sentence with the index and the value that is wrong
 * @param objectiveValue the figure that the objective is judged by, of the weights
 * @param kktResidual largest relative violation of the optimality conditions, 0 or more
 * @param atLower N flags: the weight equals its lower bound
 * @param atUpper N flags: the weight equals its upper bound
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Solution(
    PrimalDualPoint point,
    Status status,
    String detail,
    double objectiveValue,
    double kktResidual,
    boolean[] atLower,
    boolean[] atUpper) {

  /** No weights, and why. */
  public static Solution none(Status status, String detail) {
    return new Solution(
        PrimalDualPoint.of(new double[0], 0, 0),
        status,
        detail,
        0,
        Double.MAX_VALUE,
        new boolean[0],
        new boolean[0]);
  }

  /** What to start from where no similar problem was solved before. */
  public static Solution coldStart() {
    return none(Status.NOT_CONVERGED, "cold start");
  }

  /** Whether the weights may be traded: proven optimal, for what the status says. */
  public boolean isUsable() {
    return status == Status.OPTIMAL || status == Status.NO_POSITIVE_RETURN;
  }

  public double[] weights() {
    return point.weights();
  }

  /**
   * What one more unit of budget would add to the objective, in its unit; for risk parity the t of
   * {@link RiskParityProblem}.
   */
  public double budgetMultiplier() {
    return point.budgetMultiplier();
  }

  /**
   * What one more unit of each group's cap would add to the objective, 0 or more; empty without
   * groups. Where no return is positive, followed by those of the largest return.
   */
  public double[] groupMultipliers() {
    return point.groupMultipliers();
  }

  /**
   * Of the least tail loss: T probabilities, each at most {@code 1/((1 - beta) T)}, under which no
   * weights lose less on average; empty for other objectives.
   */
  public double[] scenarioWeights() {
    return point.scenarioWeights();
  }

  /** Factorisations of the free block, pivots or Newton steps, 0 or more. */
  public int iterations() {
    return point.iterations();
  }
}

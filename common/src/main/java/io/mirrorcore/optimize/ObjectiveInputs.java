package io.mirrorcore.optimize;

/**
 * Everything that some {@link Objective} or other may need for a problem. A caller supplies what it
 * has, and the objective takes what it needs.
 *
 * @param riskFree return of holding nothing, in the unit of mu
 * @param budgets N shares of risk b, positive, of any sum; empty: equal
 * @param scenarios {@code T x N} returns; may be empty
 * @param beta share of the scenarios that is not in the tail, in [0, 1)
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record ObjectiveInputs(
    double riskFree, double[] budgets, double[][] scenarios, double beta) {

  private static final double DEFAULT_BETA = 0.95;

  /** A riskless rate of 0, equal budgets, no scenarios, a tail of 5 %. */
  public static ObjectiveInputs none() {
    return new ObjectiveInputs(0, new double[0], new double[0][], DEFAULT_BETA);
  }

  /** The same with other scenarios. */
  public ObjectiveInputs withScenarios(double[][] returns) {
    return new ObjectiveInputs(riskFree, budgets, returns, beta);
  }
}

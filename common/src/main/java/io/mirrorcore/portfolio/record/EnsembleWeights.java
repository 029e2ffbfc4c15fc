package io.mirrorcore.portfolio.record;

/**
 * The result of one due time: which weights are in force now, the optimum that was found, and the
 * proof that it is one. Maps are sorted by strategy id; no number is NaN or infinite. On the topic
 * its parts are one flat object.
 *
 * @param portfolio name of the portfolio
 * @param time the close that the result is of, epoch milliseconds
 * @param regime a {@link io.mirrorcore.regime.Regime}
 * @param rebalance what was done, and the weights in force after it
 * @param target the optimum
 * @param risk what the optimum promises
 * @param estimate what the optimum was found from
 * @param proof that it is one
 * @param confidence in it
 * @param validity which of the portfolio's results it is, and until when it holds
 */
public record EnsembleWeights(
    String portfolio,
    long time,
    String regime,
    Rebalance rebalance,
    TargetWeights target,
    TargetRisk risk,
    WindowEstimate estimate,
    OptimalityProof proof,
    TargetConfidence confidence,
    Validity validity) {

  /** One that says nothing of its validity, as those of earlier releases. */
  public EnsembleWeights(
      String portfolio,
      long time,
      String regime,
      Rebalance rebalance,
      TargetWeights target,
      TargetRisk risk,
      WindowEstimate estimate,
      OptimalityProof proof,
      TargetConfidence confidence) {
    this(
        portfolio,
        time,
        regime,
        rebalance,
        target,
        risk,
        estimate,
        proof,
        confidence,
        Validity.UNKNOWN);
  }

  /**
   * The certificate, computed anew from this record alone, without solving anything.
   *
   * @return largest relative violation of the optimality conditions, at most 1e-8 for an optimum
   */
  public double certificate() {
    PublishedProblem problem = proof.problem();
    double[] weights =
        problem.moments().strategies().stream()
            .mapToDouble(id -> target.weights().getOrDefault(id, 0.0))
            .toArray();
    return problem.residual(target.objective(), weights, proof.budgetMultiplier());
  }
}

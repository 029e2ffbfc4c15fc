package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * The optimum of one due time.
 *
 * @param objective what was optimised, an id of {@link io.mirrorcore.optimize.Objective}
 * @param status of the solver: a result without proof is not published, so {@code OPTIMAL}; or
 *     {@code NO_POSITIVE_RETURN}, where a Sharpe ratio was to be maximised and no weights have a
 *     positive one: then the target has the least variance
 * @param weights by strategy, every configured one; INACTIVE ones have 0. Of the profile overlay by
 *     sleeve: HOLD, OVERLAY (all strategies as one, less their market), and CASH, what is left of 1
 * @param cap greatest weight that they obey, in (0, 1]: the regime's, raised to 1/active where that
 *     many strategies could not add up to 1 under it
 * @param lambda risk aversion, daily units
 * @param eta turnover penalty, daily units
 */
public record TargetWeights(
    String objective,
    String status,
    Map<String, Double> weights,
    double cap,
    double lambda,
    double eta) {

  public TargetWeights {
    weights = ByName.numbers(weights);
  }
}

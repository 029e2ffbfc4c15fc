package io.mirrorcore.portfolio.record;

import java.util.List;
import java.util.Map;

/**
 * The result of one due time: which weights are in force now, the optimum that was found, and the
 * proof that it is one. Maps are sorted by strategy id; no number is NaN or infinite.
 *
 * @param portfolio name of the portfolio
 * @param time the close that the result is of, epoch milliseconds
 * @param decision a {@link Decision}
 * @param regime a {@link io.mirrorcore.regime.Regime}
 * @param objective what was optimised, an id of {@link io.mirrorcore.optimize.Objective}
 * @param status of the solver: a result without proof is not published, so {@code OPTIMAL}; or
 *     {@code NO_POSITIVE_RETURN}, where a Sharpe ratio was to be maximised and no weights have a
 *     positive one: then the target has the least variance
 * @param weights in force after the decision, by strategy, every configured one; each in [0, cap],
 *     sum 1 within 1e-12. INACTIVE strategies have 0 in the target, and here too once a target was
 *     applied in full; until then they may keep what they held
 * @param cap greatest weight that {@code weights} obey, in (0, 1]; CASH has a cap of its own
 * @param target the optimum, by strategy, every configured one; INACTIVE ones have 0
 * @param targetCap greatest weight that {@code target} obeys, in (0, 1]: the regime's, raised to
 *     1/active where that many strategies could not add up to 1 under it
 * @param previousWeights in force before, by strategy; empty at INITIAL
 * @param trades what was changed by more than the trade threshold; empty where nothing was applied
 * @param turnover sum |target - previous|, in [0, 2]; at INITIAL 1, the build-up from cash
 * @param expectedReturn of the target, a bar
 * @param volatility of the target under the regularised covariance, standard deviation a bar
 * @param sharpe expectedReturn / volatility, per bar; 0 where the volatility is 0
 * @param sharpeAnnualised sharpe times the square root of the bars in a year
 * @param conditionNumber of the regularised covariance, at least 1
 * @param shrinkage of the covariance towards the scaled identity, in [0, 1]
 * @param lambda risk aversion, daily units
 * @param eta turnover penalty, daily units
 * @param kktResidual largest relative violation of the optimality conditions by the target
 * @param budgetMultiplier multiplier of sum w = 1, daily units
 * @param bindingLower strategies that the target holds at their least weight, in configured order
 * @param bindingUpper strategies that it holds at their cap, in configured order
 * @param iterations of the solver
 * @param riskContributions share of the target's variance, by strategy, every configured one; sum 1
 * @param confidences in the target's weight, by active strategy, in [0, 1]
 * @param confidence mean of the confidences, weighted by the target, in [0, 1]
 * @param observations returns in the estimate, bars
 * @param inactive strategies left out of the estimate, in configured order
 * @param problem what was solved, daily units
 * @param resampledWeights mean of the optima of the bootstrap samples, by strategy: smoother than
 *     the target, and no optimum of anything
 */
public record EnsembleWeights(
    String portfolio,
    long time,
    String decision,
    String regime,
    String objective,
    String status,
    Map<String, Double> weights,
    double cap,
    Map<String, Double> target,
    double targetCap,
    Map<String, Double> previousWeights,
    List<WeightTrade> trades,
    double turnover,
    double expectedReturn,
    double volatility,
    double sharpe,
    double sharpeAnnualised,
    double conditionNumber,
    double shrinkage,
    double lambda,
    double eta,
    double kktResidual,
    double budgetMultiplier,
    List<String> bindingLower,
    List<String> bindingUpper,
    int iterations,
    Map<String, Double> riskContributions,
    Map<String, Double> confidences,
    double confidence,
    int observations,
    List<String> inactive,
    PublishedProblem problem,
    Map<String, Double> resampledWeights) {

  public EnsembleWeights {
    weights = ByName.numbers(weights);
    target = ByName.numbers(target);
    previousWeights = ByName.numbers(previousWeights);
    trades = List.copyOf(trades);
    bindingLower = List.copyOf(bindingLower);
    bindingUpper = List.copyOf(bindingUpper);
    riskContributions = ByName.numbers(riskContributions);
    confidences = ByName.numbers(confidences);
    inactive = List.copyOf(inactive);
    resampledWeights = ByName.numbers(resampledWeights);
    expectedReturn = ByName.finite("expectedReturn", expectedReturn);
    volatility = ByName.finite("volatility", volatility);
    sharpe = ByName.finite("sharpe", sharpe);
    sharpeAnnualised = ByName.finite("sharpeAnnualised", sharpeAnnualised);
    conditionNumber = ByName.finite("conditionNumber", conditionNumber);
    kktResidual = ByName.finite("kktResidual", kktResidual);
    budgetMultiplier = ByName.finite("budgetMultiplier", budgetMultiplier);
    confidence = ByName.finite("confidence", confidence);
  }

  /**
   * The certificate, computed anew from this record alone, without solving anything.
   *
   * @return largest relative violation of the optimality conditions, at most 1e-8 for an optimum
   */
  public double certificate() {
    double[] weights =
        problem.strategies().stream().mapToDouble(id -> target.getOrDefault(id, 0.0)).toArray();
    return problem.residual(objective, weights, budgetMultiplier);
  }
}

package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * What an optimum promises, by the estimate that it was found from.
 *
 * @param expectedReturn a period
 * @param volatility under the regularised covariance, standard deviation a period
 * @param sharpe expectedReturn / volatility, per period; 0 where the volatility is 0
 * @param sharpeAnnualised sharpe times the square root of the periods in a year
 * @param contributions share of the variance, by strategy, every configured one; sum 1
 */
public record TargetRisk(
    double expectedReturn,
    double volatility,
    double sharpe,
    double sharpeAnnualised,
    Map<String, Double> contributions) {

  public TargetRisk {
    expectedReturn = ByName.finite("expectedReturn", expectedReturn);
    volatility = ByName.finite("volatility", volatility);
    sharpe = ByName.finite("sharpe", sharpe);
    sharpeAnnualised = ByName.finite("sharpeAnnualised", sharpeAnnualised);
    contributions = ByName.numbers(contributions);
  }
}

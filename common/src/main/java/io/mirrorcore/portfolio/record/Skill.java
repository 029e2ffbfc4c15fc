package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * What an estimate by evidence believes, so that it can be read why a weight is what it is.
 *
 * @param years of returns in the estimate
 * @param priorMean m0, the annual Sharpe ratio that a strategy has before its own returns count
 * @param priorDeviation tau, by how much strategies are found to differ from it, in [0, 1]; 0 where
 *     what they earned looks like noise
 * @param posterior p, expected annual Sharpe ratio by active strategy, HOLD among them
 */
public record Skill(
    double years, double priorMean, double priorDeviation, Map<String, Double> posterior) {

  public Skill {
    years = ByName.finite("years", years);
    priorMean = ByName.finite("priorMean", priorMean);
    priorDeviation = ByName.finite("priorDeviation", priorDeviation);
    posterior = ByName.numbers(posterior);
  }
}

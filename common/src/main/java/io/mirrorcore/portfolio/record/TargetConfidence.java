package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * How firmly the window of returns determines a target.
 *
 * @param byStrategy confidence in the target's weight, by active strategy, in [0, 1]
 * @param overall mean of those, weighted by the target, in [0, 1]
 * @param resampledWeights mean of the optima of the bootstrap samples, by strategy: smoother than
 *     the target, and no optimum of anything; empty where there were no samples
 */
public record TargetConfidence(
    Map<String, Double> byStrategy, double overall, Map<String, Double> resampledWeights) {

  public TargetConfidence {
    byStrategy = ByName.numbers(byStrategy);
    overall = ByName.finite("confidence", overall);
    resampledWeights = ByName.numbers(resampledWeights);
  }
}

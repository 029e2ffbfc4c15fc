package io.mirrorcore.portfolio.record;

import java.util.Map;

/**
 * How firmly the window of returns determines a target.
 *
 * @param byStrategy how little the target's weight moves from sample to sample, by active strategy,
 *     in [0, 1]
 * @param overall whether the target is worth leaving the weights in force for, in [0, 1]: by {@link
 *     io.mirrorcore.portfolio.settings.ConfidenceRule}
 * @param resampledWeights mean of the optima of the bootstrap samples, by strategy: smoother than
 *     the target, and no optimum of anything; empty where there were no samples
 * @param weightsFrom {@code RESAMPLED} where the resampled weights and not the target are what is
 *     traded to; null where it is the target
 */
public record TargetConfidence(
    Map<String, Double> byStrategy,
    double overall,
    Map<String, Double> resampledWeights,
    String weightsFrom) {

  public TargetConfidence {
    byStrategy = ByName.numbers(byStrategy);
    overall = ByName.finite("confidence", overall);
    resampledWeights = ByName.numbers(resampledWeights);
  }
}

package io.mirrorcore.portfolio.record;

import java.util.List;

/**
 * What is known of the estimate behind an optimum.
 *
 * @param observations returns in it, periods
 * @param inactive strategies left out of it, in configured order
 * @param conditionNumber of the regularised covariance, at least 1
 * @param shrinkage of the covariance towards the scaled identity, in [0, 1]
 * @param skill that was found in them; null for an estimate that does not ask
 * @param overlay what they add to the market; null for an estimate that does not ask
 */
public record WindowEstimate(
    int observations,
    List<String> inactive,
    double conditionNumber,
    double shrinkage,
    Skill skill,
    OverlaySkill overlay) {

  public WindowEstimate {
    inactive = List.copyOf(inactive);
    conditionNumber = ByName.finite("conditionNumber", conditionNumber);
  }

  /** One that does not ask what strategies add to the market. */
  public WindowEstimate(
      int observations,
      List<String> inactive,
      double conditionNumber,
      double shrinkage,
      Skill skill) {
    this(observations, inactive, conditionNumber, shrinkage, skill, null);
  }
}

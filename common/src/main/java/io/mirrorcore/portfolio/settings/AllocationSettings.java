package io.mirrorcore.portfolio.settings;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the weights shall be best at, and what they obey.
 *
 * @param objective what the weights shall be best at
 * @param limits of strategies and groups, besides the regime's cap; cash among them
 * @param cash a sleeve without risk
 */
public record AllocationSettings(ObjectiveSettings objective, WeightLimits limits, Cash cash)
    implements Serializable {

  public AllocationSettings {
    Objects.requireNonNull(objective, "objective");
    limits = cash.enabled() ? limits.withCash(cash.cap()) : limits;
  }

  /** The default objective, no limits but the caps, no cash. */
  public static AllocationSettings defaults() {
    return new AllocationSettings(ObjectiveSettings.defaults(), WeightLimits.none(), Cash.none());
  }
}

package io.mirrorcore.portfolio.settings;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.optimize.Equal;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.profile.EvidenceEstimate;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeSettings;
import io.mirrorcore.regime.RegimeTable;
import java.io.Serializable;
import java.util.Objects;

/**
 * All numbers of an {@link io.mirrorcore.portfolio.ensemble.Ensemble}.
 *
 * @param window of returns, and how it is estimated
 * @param bars in a day and in a year
 * @param allocation objective and limits
 * @param regime how the regime is told
 * @param regimes what each regime means
 * @param gate when an optimum is applied
 * @param resampling the bootstrap behind the confidence
 * @param alerts thresholds
 * @param positions how weights become what is held
 * @param profile the formulation
 * @param time what windows and cadences count, and when the ensemble begins
 */
public record EnsembleSettings(
    WindowSettings window,
    BarRate bars,
    AllocationSettings allocation,
    RegimeSettings regime,
    RegimeTable regimes,
    GateSettings gate,
    ResamplingSettings resampling,
    AlertSettings alerts,
    PositionSettings positions,
    ProfileSettings profile,
    TimeSettings time)
    implements Serializable {

  public EnsembleSettings {
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(bars, "bars");
    Objects.requireNonNull(allocation, "allocation");
    Objects.requireNonNull(regime, "regime");
    Objects.requireNonNull(regimes, "regimes");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(resampling, "resampling");
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(positions, "positions");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(time, "time");
    if (profile.profile() != ProfileSettings.Profile.GUIDE && !allocation.cash().enabled()) {
      throw new IllegalArgumentException(
          "the profile %s must have cash; have none".formatted(profile.profile().word()));
    }
  }

  /** The same where every bar is a period. */
  public EnsembleSettings(
      WindowSettings window,
      BarRate bars,
      AllocationSettings allocation,
      RegimeSettings regime,
      RegimeTable regimes,
      GateSettings gate,
      ResamplingSettings resampling,
      AlertSettings alerts,
      PositionSettings positions,
      ProfileSettings profile) {
    this(
        window,
        bars,
        allocation,
        regime,
        regimes,
        gate,
        resampling,
        alerts,
        positions,
        profile,
        TimeSettings.inBars(bars));
  }

  /** The defaults of all parts. */
  public static EnsembleSettings defaults(double barsPerDay, double barsPerYear) {
    return new EnsembleSettings(
        WindowSettings.defaults(),
        new BarRate(barsPerDay, barsPerYear),
        AllocationSettings.defaults(),
        RegimeSettings.defaults(),
        RegimeTable.defaults(),
        GateSettings.defaults(),
        ResamplingSettings.defaults(),
        AlertSettings.defaults(),
        PositionSettings.none(),
        ProfileSettings.guide());
  }

  /**
   * The profile evidence: five years of periods from the first year on, weekly, lambda 6, eta 5e-4,
   * no caps, no gate, in every regime alike; all of it in cash before the first weights.
   */
  public static EnsembleSettings evidence(double barsPerDay, double barsPerYear) {
    return ofFiveYears(barsPerDay, barsPerYear, ProfileSettings.evidence());
  }

  /** The profile overlay: likewise, but that its problem has a lambda of its own and no eta. */
  public static EnsembleSettings overlay(double barsPerDay, double barsPerYear) {
    return ofFiveYears(barsPerDay, barsPerYear, ProfileSettings.overlaid());
  }

  private static EnsembleSettings ofFiveYears(
      double barsPerDay, double barsPerYear, ProfileSettings profile) {
    RegimePolicy policy =
        new RegimePolicy(
            EvidenceEstimate.LAMBDA, EvidenceEstimate.ETA, 1, Cadence.ofDays(7), false);
    int year = Math.max(2, (int) Math.round(barsPerYear));
    return new EnsembleSettings(
        new WindowSettings(5 * year, year, 0.05, EstimatorSettings.defaults(), 0),
        new BarRate(barsPerDay, barsPerYear),
        new AllocationSettings(
            ObjectiveSettings.defaults(), WeightLimits.none(), new Cash(true, 1, 0)),
        RegimeSettings.defaults(),
        new RegimeTable(policy, policy, policy, policy),
        new GateSettings(2, 0, 0, 1),
        ResamplingSettings.defaults(),
        AlertSettings.defaults(),
        PositionSettings.none(),
        profile);
  }

  /** The same with other policies of the regimes, as a trial of a tuning has them. */
  public EnsembleSettings withRegimes(RegimeTable other) {
    return new EnsembleSettings(
        window,
        bars,
        allocation,
        regime,
        other,
        gate,
        resampling,
        alerts,
        positions,
        profile,
        time);
  }

  /** The same with another way from weights to positions. */
  public EnsembleSettings withPositions(PositionSettings other) {
    return new EnsembleSettings(
        window, bars, allocation, regime, regimes, gate, resampling, alerts, other, profile, time);
  }

  /** The same counted in other periods. */
  public EnsembleSettings withTime(TimeSettings other) {
    return new EnsembleSettings(
        window,
        bars,
        allocation,
        regime,
        regimes,
        gate,
        resampling,
        alerts,
        positions,
        profile,
        other);
  }

  /** Equal weights of the strategies, without limits and cash, in the same periods. */
  public EnsembleSettings ofEqualWeights() {
    ObjectiveSettings before = allocation.objective();
    ObjectiveSettings equal =
        new ObjectiveSettings(new Equal(), before.riskFree(), before.beta(), before.budgets());
    return new EnsembleSettings(
        window,
        bars,
        new AllocationSettings(equal, WeightLimits.none(), Cash.none()),
        regime,
        regimes,
        gate,
        resampling,
        alerts,
        positions,
        ProfileSettings.guide(),
        time);
  }
}

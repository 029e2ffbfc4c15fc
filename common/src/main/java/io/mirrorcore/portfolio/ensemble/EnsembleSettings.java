package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.regime.RegimeSettings;
import io.mirrorcore.regime.RegimeTable;
import java.io.Serializable;
import java.util.Objects;

/**
 * All numbers of an {@link Ensemble}.
 *
 * @param window returns in an estimate, bars, at least 2
 * @param minObservations returns before the first estimate, bars, in [2, window]
 * @param estimators of mean and covariance
 * @param gamma added to the diagonal of the covariance, in daily units, 0 or more
 * @param inactiveBelow share of the window's bars with a position below which a strategy is
 *     INACTIVE, in [0, 1]
 * @param barsPerDay bars in a day, positive: brings per-bar estimates to the daily units in which
 *     lambda, eta and gamma are stated
 * @param barsPerYear bars in a year, positive: annualises the Sharpe ratio
 * @param objective what the weights shall be best at
 * @param limits of strategies and groups, besides the regime's cap; cash among them
 * @param cash a sleeve without risk
 * @param regime how the regime is told
 * @param regimes what each regime means
 * @param gate when an optimum is applied
 * @param resampling the bootstrap behind the confidence
 * @param alerts thresholds
 */
public record EnsembleSettings(
    int window,
    int minObservations,
    EstimatorSettings estimators,
    double gamma,
    double inactiveBelow,
    double barsPerDay,
    double barsPerYear,
    ObjectiveSettings objective,
    WeightLimits limits,
    Cash cash,
    RegimeSettings regime,
    RegimeTable regimes,
    GateSettings gate,
    ResamplingSettings resampling,
    AlertSettings alerts)
    implements Serializable {

  public EnsembleSettings {
    if (window < 2) {
      throw new IllegalArgumentException("window must be at least 2; have " + window);
    }
    if (minObservations < 2 || minObservations > window) {
      throw new IllegalArgumentException(
          "min-observations must be in [2, " + window + "]; have " + minObservations);
    }
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma must be at least 0 and finite; have " + gamma);
    }
    if (!(inactiveBelow >= 0 && inactiveBelow <= 1)) {
      throw new IllegalArgumentException("inactive-below must be in [0, 1]; have " + inactiveBelow);
    }
    positive("bars-per-day", barsPerDay);
    positive("bars-per-year", barsPerYear);
    Objects.requireNonNull(estimators, "estimators");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(regime, "regime");
    Objects.requireNonNull(regimes, "regimes");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(resampling, "resampling");
    Objects.requireNonNull(alerts, "alerts");
    limits = cash.enabled() ? limits.withCash(cash.cap()) : limits;
  }

  /**
   * Window 60 from 30 observations on, gamma 1e-5, INACTIVE below 5 %, no limits but the caps, no
   * cash, and the defaults of the parts.
   */
  public static EnsembleSettings defaults(double barsPerDay, double barsPerYear) {
    return new EnsembleSettings(
        60,
        30,
        EstimatorSettings.defaults(),
        1e-5,
        0.05,
        barsPerDay,
        barsPerYear,
        ObjectiveSettings.defaults(),
        WeightLimits.none(),
        Cash.none(),
        RegimeSettings.defaults(),
        RegimeTable.defaults(),
        GateSettings.defaults(),
        ResamplingSettings.defaults(),
        AlertSettings.defaults());
  }

  /** These settings with other policies. */
  public EnsembleSettings withRegimes(RegimeTable other) {
    return new EnsembleSettings(
        window,
        minObservations,
        estimators,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        objective,
        limits,
        cash,
        regime,
        other,
        gate,
        resampling,
        alerts);
  }

  /** These settings with another gate. */
  public EnsembleSettings withGate(GateSettings other) {
    return new EnsembleSettings(
        window,
        minObservations,
        estimators,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        objective,
        limits,
        cash,
        regime,
        regimes,
        other,
        resampling,
        alerts);
  }

  /** These settings with another objective. */
  public EnsembleSettings withObjective(ObjectiveSettings other) {
    return new EnsembleSettings(
        window,
        minObservations,
        estimators,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        other,
        limits,
        cash,
        regime,
        regimes,
        gate,
        resampling,
        alerts);
  }

  /** These settings with other estimators. */
  public EnsembleSettings withEstimators(EstimatorSettings other) {
    return new EnsembleSettings(
        window,
        minObservations,
        other,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        objective,
        limits,
        cash,
        regime,
        regimes,
        gate,
        resampling,
        alerts);
  }

  /** These settings with other limits and another sleeve of cash. */
  public EnsembleSettings withLimits(WeightLimits otherLimits, Cash otherCash) {
    return new EnsembleSettings(
        window,
        minObservations,
        estimators,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        objective,
        otherLimits,
        otherCash,
        regime,
        regimes,
        gate,
        resampling,
        alerts);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite; have " + value);
    }
  }
}

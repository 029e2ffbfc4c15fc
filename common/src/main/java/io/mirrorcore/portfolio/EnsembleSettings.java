package io.mirrorcore.portfolio;

import io.mirrorcore.regime.RegimeSettings;
import io.mirrorcore.regime.RegimeTable;
import java.io.Serializable;

/**
 * All numbers of an {@link Ensemble}.
 *
 * @param window returns in an estimate, bars, at least 2
 * @param minObservations returns before the first estimate, bars, in [2, window]
 * @param ewmaAlpha weight of the newest return in the exponential mean, in (0, 1]
 * @param gamma added to the diagonal of the covariance, in daily units, 0 or more
 * @param inactiveBelow share of the window's bars with a position below which a strategy is
 *     INACTIVE, in [0, 1]
 * @param barsPerDay bars in a day, positive: brings per-bar estimates to the daily units in which
 *     lambda, eta and gamma are stated
 * @param barsPerYear bars in a year, positive: annualises the Sharpe ratio
 * @param regime how the regime is told
 * @param regimes what each regime means
 * @param gate when an optimum is applied
 * @param resampling the bootstrap behind the confidence
 * @param alerts thresholds
 */
public record EnsembleSettings(
    int window,
    int minObservations,
    double ewmaAlpha,
    double gamma,
    double inactiveBelow,
    double barsPerDay,
    double barsPerYear,
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
          "min_observations must be in [2, " + window + "]; have " + minObservations);
    }
    if (!(ewmaAlpha > 0 && ewmaAlpha <= 1)) {
      throw new IllegalArgumentException("ewma_alpha must be in (0, 1]; have " + ewmaAlpha);
    }
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma must be at least 0 and finite; have " + gamma);
    }
    if (!(inactiveBelow >= 0 && inactiveBelow <= 1)) {
      throw new IllegalArgumentException("inactive_below must be in [0, 1]; have " + inactiveBelow);
    }
    positive("bars_per_day", barsPerDay);
    positive("bars_per_year", barsPerYear);
    if (regime == null || regimes == null || gate == null || resampling == null || alerts == null) {
      throw new IllegalArgumentException(
          "regime, regimes, gate, resampling and alerts must be set");
    }
  }

  /**
   * Window 60 from 30 observations on, alpha 0.1, gamma 1e-5, INACTIVE below 5 %, and the defaults
   * of the parts.
   */
  public static EnsembleSettings defaults(double barsPerDay, double barsPerYear) {
    return new EnsembleSettings(
        60,
        30,
        0.1,
        1e-5,
        0.05,
        barsPerDay,
        barsPerYear,
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
        ewmaAlpha,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
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
        ewmaAlpha,
        gamma,
        inactiveBelow,
        barsPerDay,
        barsPerYear,
        regime,
        regimes,
        other,
        resampling,
        alerts);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite; have " + value);
    }
  }
}

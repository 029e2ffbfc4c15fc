package io.mirrorcore.portfolio.settings;

import io.mirrorcore.portfolio.alert.AlertSettings;
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
    PositionSettings positions)
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
        PositionSettings.none());
  }

  /** The same with other policies of the regimes, as a trial of a tuning has them. */
  public EnsembleSettings withRegimes(RegimeTable other) {
    return new EnsembleSettings(
        window, bars, allocation, regime, other, gate, resampling, alerts, positions);
  }

  /** The same with another way from weights to positions. */
  public EnsembleSettings withPositions(PositionSettings other) {
    return new EnsembleSettings(
        window, bars, allocation, regime, regimes, gate, resampling, alerts, other);
  }
}

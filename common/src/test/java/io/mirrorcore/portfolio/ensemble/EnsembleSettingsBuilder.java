package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.portfolio.settings.AllocationSettings;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.portfolio.settings.WindowSettings;
import io.mirrorcore.regime.RegimeTable;

/** The default settings with other parts, as a test needs them. */
final class EnsembleSettingsBuilder {

  private final EnsembleSettings base;
  private EstimatorSettings estimators;
  private AllocationSettings allocation;
  private RegimeTable regimes;
  private GateSettings gate;
  private ResamplingSettings resampling;

  private EnsembleSettingsBuilder(EnsembleSettings base) {
    this.base = base;
    estimators = base.window().estimators();
    allocation = base.allocation();
    regimes = base.regimes();
    gate = base.gate();
    resampling = base.resampling();
  }

  /** Of bars of a day. */
  static EnsembleSettingsBuilder daily() {
    return of(1);
  }

  /** Of so many bars a day, 252 days a year. */
  static EnsembleSettingsBuilder of(int barsPerDay) {
    return new EnsembleSettingsBuilder(EnsembleSettings.defaults(barsPerDay, barsPerDay * 252.0));
  }

  EnsembleSettingsBuilder estimators(EstimatorSettings other) {
    estimators = other;
    return this;
  }

  EnsembleSettingsBuilder objective(ObjectiveSettings other) {
    allocation = new AllocationSettings(other, allocation.limits(), allocation.cash());
    return this;
  }

  EnsembleSettingsBuilder limits(WeightLimits limits, Cash cash) {
    allocation = new AllocationSettings(allocation.objective(), limits, cash);
    return this;
  }

  EnsembleSettingsBuilder regimes(RegimeTable other) {
    regimes = other;
    return this;
  }

  EnsembleSettingsBuilder gate(GateSettings other) {
    gate = other;
    return this;
  }

  EnsembleSettingsBuilder resampling(ResamplingSettings other) {
    resampling = other;
    return this;
  }

  EnsembleSettings build() {
    WindowSettings window = base.window();
    return new EnsembleSettings(
        new WindowSettings(
            window.length(),
            window.minObservations(),
            window.inactiveBelow(),
            estimators,
            window.gamma()),
        base.bars(),
        allocation,
        base.regime(),
        regimes,
        gate,
        resampling,
        base.alerts(),
        base.positions(),
        base.profile());
  }
}

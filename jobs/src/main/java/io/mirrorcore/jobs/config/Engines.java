package io.mirrorcore.jobs.config;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.portfolio.AlertSettings;
import io.mirrorcore.portfolio.Cash;
import io.mirrorcore.portfolio.EnsembleSettings;
import io.mirrorcore.portfolio.GateSettings;
import io.mirrorcore.portfolio.LedgerSettings;
import io.mirrorcore.portfolio.ObjectiveSettings;
import io.mirrorcore.portfolio.ResamplingSettings;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeSettings;
import io.mirrorcore.regime.RegimeTable;

/** Hands the options of a configuration to the engines of {@code common} that they are about. */
public final class Engines {

  /** Earlier returns of a symbol that a FLASH_MOVE is measured by, bars. */
  private static final int MOVE_WINDOW = 20;

  private static final double SHRINKAGE_ABOVE = 0.9;

  private Engines() {}

  /** When bars close. */
  public static BarGrid barGrid(Settings settings) {
    return new BarGrid(
        settings.get(PipelineOptions.BARS_INTERVAL).toMillis(),
        settings.get(PipelineOptions.BARS_CLOSE),
        settings.get(PipelineOptions.BARS_ZONE));
  }

  /** How strategy returns are counted. */
  public static LedgerSettings ledger(Settings settings) {
    LedgerSettings.Mode mode =
        switch (settings.get(EnsembleOptions.RETURNS_MODE)) {
          case EQUAL_SLOT -> LedgerSettings.Mode.EQUAL_SLOT;
          case DEPLOYED -> LedgerSettings.Mode.DEPLOYED;
        };
    return new LedgerSettings(
        mode, settings.costs(), MOVE_WINDOW, settings.get(EnsembleOptions.RETURNS_FORGET_AFTER));
  }

  /** How returns become weights. */
  public static EnsembleSettings ensemble(Settings settings) {
    return new EnsembleSettings(
        settings.get(EnsembleOptions.WINDOW),
        settings.get(EnsembleOptions.MIN_OBSERVATIONS),
        estimators(settings),
        settings.get(EnsembleOptions.GAMMA),
        settings.get(EnsembleOptions.INACTIVE_BELOW),
        settings.barsPerDay(),
        settings.barsPerYear(),
        objective(settings),
        settings.limits(),
        cash(settings),
        regime(settings),
        table(settings),
        gate(settings),
        resampling(settings),
        alerts(settings));
  }

  /** How returns become a mean and a covariance. */
  public static EstimatorSettings estimators(Settings settings) {
    return new EstimatorSettings(
        settings.get(EnsembleOptions.MEAN),
        settings.get(EnsembleOptions.COVARIANCE),
        settings.get(EnsembleOptions.EWMA_ALPHA),
        settings.get(EnsembleOptions.HALF_LIFE));
  }

  private static ObjectiveSettings objective(Settings settings) {
    return new ObjectiveSettings(
        settings.get(EnsembleOptions.OBJECTIVE),
        settings.get(EnsembleOptions.RISK_FREE),
        settings.get(EnsembleOptions.CVAR_BETA),
        settings.riskBudgets());
  }

  private static Cash cash(Settings settings) {
    return new Cash(
        settings.get(EnsembleOptions.CASH_ENABLED),
        settings.get(EnsembleOptions.CASH_CAP),
        settings.get(EnsembleOptions.CASH_RATE));
  }

  private static RegimeSettings regime(Settings settings) {
    return new RegimeSettings(
        settings.get(EnsembleOptions.REGIME_VOLATILITY_WINDOW),
        settings.get(EnsembleOptions.REGIME_RANK_WINDOW),
        settings.get(EnsembleOptions.REGIME_EFFICIENCY_WINDOW),
        settings.get(EnsembleOptions.REGIME_VOLATILE_ABOVE),
        settings.get(EnsembleOptions.REGIME_TRENDING_ABOVE),
        settings.get(EnsembleOptions.REGIME_RANGING_BELOW),
        settings.get(EnsembleOptions.REGIME_HYSTERESIS_BARS));
  }

  private static RegimeTable table(Settings settings) {
    return new RegimeTable(
        policy(settings, EnsembleOptions.TRENDING),
        policy(settings, EnsembleOptions.RANGING),
        policy(settings, EnsembleOptions.VOLATILE),
        policy(settings, EnsembleOptions.MIXED));
  }

  private static RegimePolicy policy(Settings settings, RegimeOptions options) {
    return new RegimePolicy(
        settings.get(options.lambda()),
        settings.get(options.eta()),
        settings.get(options.cap()),
        settings.get(options.every()),
        settings.get(options.hold()));
  }

  private static GateSettings gate(Settings settings) {
    return new GateSettings(
        settings.get(EnsembleOptions.GATE_TURNOVER_BELOW),
        settings.get(EnsembleOptions.GATE_CONFIDENCE_ABOVE),
        settings.get(EnsembleOptions.GATE_TRADE_THRESHOLD),
        settings.get(EnsembleOptions.GATE_PARTIAL_AFTER));
  }

  private static ResamplingSettings resampling(Settings settings) {
    return new ResamplingSettings(
        settings.get(EnsembleOptions.RESAMPLE_SAMPLES),
        settings.get(EnsembleOptions.RESAMPLE_FRACTION),
        settings.get(EnsembleOptions.RESAMPLE_MEAN_BLOCK));
  }

  private static AlertSettings alerts(Settings settings) {
    return new AlertSettings(
        settings.get(EnsembleOptions.ALERT_LOW_SHARPE),
        settings.get(EnsembleOptions.ALERT_UNSTABLE_COVARIANCE),
        settings.get(EnsembleOptions.ALERT_HIGH_TURNOVER),
        settings.get(EnsembleOptions.ALERT_RETURN_DIVERGENCE),
        settings.get(EnsembleOptions.ALERT_DRAWDOWN_WARNING),
        settings.get(EnsembleOptions.ALERT_DRAWDOWN_ERROR),
        settings.get(EnsembleOptions.ALERT_STALE_FEED),
        settings.get(EnsembleOptions.ALERT_FLASH_MOVE),
        settings.get(EnsembleOptions.ALERT_DEGRADED),
        SHRINKAGE_ABOVE);
  }
}

package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.settings.AllocationSettings;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import io.mirrorcore.portfolio.settings.WindowSettings;
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
        settings.get(PipelineKeys.BARS_INTERVAL).toMillis(),
        settings.get(PipelineKeys.BARS_CLOSE),
        settings.get(PipelineKeys.BARS_ZONE));
  }

  /** How strategy returns are counted. */
  public static LedgerSettings ledger(Settings settings) {
    return new LedgerSettings(
        slots(settings),
        settings.costs(),
        MOVE_WINDOW,
        settings.get(EnsembleKeys.RETURNS_FORGET_AFTER),
        settings.sessions());
  }

  private static SlotRule slots(Settings settings) {
    if (settings.get(EnsembleKeys.RETURNS_MODE) == Choices.ReturnsMode.DEPLOYED) {
      return SlotRule.DEPLOYED;
    }
    return switch (settings.get(EnsembleKeys.RETURNS_SLOTS)) {
      case ALIVE -> SlotRule.ALIVE;
      case PRESENT -> SlotRule.PRESENT;
    };
  }

  /** How returns become weights. */
  public static EnsembleSettings ensemble(Settings settings) {
    return new EnsembleSettings(
        window(settings),
        new BarRate(settings.barsPerDay(), settings.barsPerYear()),
        new AllocationSettings(objective(settings), settings.limits(), cash(settings)),
        regime(settings),
        table(settings),
        gate(settings),
        resampling(settings),
        alerts(settings),
        PositionSettings.none().withSlots(slots(settings)),
        ProfileSettings.guide());
  }

  private static WindowSettings window(Settings settings) {
    return new WindowSettings(
        settings.get(EnsembleKeys.WINDOW),
        settings.get(EnsembleKeys.MIN_OBSERVATIONS),
        settings.get(EnsembleKeys.INACTIVE_BELOW),
        estimators(settings),
        settings.get(EnsembleKeys.GAMMA));
  }

  /** How returns become a mean and a covariance. */
  public static EstimatorSettings estimators(Settings settings) {
    return new EstimatorSettings(
        settings.get(EnsembleKeys.MEAN),
        settings.get(EnsembleKeys.COVARIANCE),
        settings.get(EnsembleKeys.EWMA_ALPHA),
        settings.get(EnsembleKeys.HALF_LIFE));
  }

  private static ObjectiveSettings objective(Settings settings) {
    return new ObjectiveSettings(
        settings.get(EnsembleKeys.OBJECTIVE),
        settings.get(EnsembleKeys.RISK_FREE),
        settings.get(EnsembleKeys.CVAR_BETA),
        settings.riskBudgets());
  }

  private static Cash cash(Settings settings) {
    return new Cash(
        settings.get(EnsembleKeys.CASH_ENABLED),
        settings.get(EnsembleKeys.CASH_CAP),
        settings.get(EnsembleKeys.CASH_RATE));
  }

  private static RegimeSettings regime(Settings settings) {
    return new RegimeSettings(
        settings.get(EnsembleKeys.REGIME_VOLATILITY_WINDOW),
        settings.get(EnsembleKeys.REGIME_RANK_WINDOW),
        settings.get(EnsembleKeys.REGIME_EFFICIENCY_WINDOW),
        settings.get(EnsembleKeys.REGIME_VOLATILE_ABOVE),
        settings.get(EnsembleKeys.REGIME_TRENDING_ABOVE),
        settings.get(EnsembleKeys.REGIME_RANGING_BELOW),
        settings.get(EnsembleKeys.REGIME_HYSTERESIS_BARS));
  }

  private static RegimeTable table(Settings settings) {
    return new RegimeTable(
        policy(settings, EnsembleKeys.TRENDING),
        policy(settings, EnsembleKeys.RANGING),
        policy(settings, EnsembleKeys.VOLATILE),
        policy(settings, EnsembleKeys.MIXED));
  }

  private static RegimePolicy policy(Settings settings, RegimeKeys options) {
    return new RegimePolicy(
        settings.get(options.lambda()),
        settings.get(options.eta()),
        settings.get(options.cap()),
        settings.get(options.every()),
        settings.get(options.hold()));
  }

  private static GateSettings gate(Settings settings) {
    return new GateSettings(
        settings.get(EnsembleKeys.GATE_TURNOVER_BELOW),
        settings.get(EnsembleKeys.GATE_CONFIDENCE_ABOVE),
        settings.get(EnsembleKeys.GATE_TRADE_THRESHOLD),
        settings.get(EnsembleKeys.GATE_PARTIAL_AFTER));
  }

  private static ResamplingSettings resampling(Settings settings) {
    return new ResamplingSettings(
        settings.get(EnsembleKeys.RESAMPLE_SAMPLES),
        settings.get(EnsembleKeys.RESAMPLE_FRACTION),
        settings.get(EnsembleKeys.RESAMPLE_MEAN_BLOCK));
  }

  private static AlertSettings alerts(Settings settings) {
    return new AlertSettings(
        settings.get(EnsembleKeys.ALERT_LOW_SHARPE),
        settings.get(EnsembleKeys.ALERT_UNSTABLE_COVARIANCE),
        settings.get(EnsembleKeys.ALERT_HIGH_TURNOVER),
        settings.get(EnsembleKeys.ALERT_RETURN_DIVERGENCE),
        settings.get(EnsembleKeys.ALERT_DRAWDOWN_WARNING),
        settings.get(EnsembleKeys.ALERT_DRAWDOWN_ERROR),
        settings.get(EnsembleKeys.ALERT_STALE_FEED),
        settings.get(EnsembleKeys.ALERT_FLASH_MOVE),
        settings.get(EnsembleKeys.ALERT_DEGRADED),
        SHRINKAGE_ABOVE);
  }
}

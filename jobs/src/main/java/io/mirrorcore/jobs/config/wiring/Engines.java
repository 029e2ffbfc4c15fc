package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PaperKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.config.settings.Periods;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.paper.PaperSettings;
import io.mirrorcore.portfolio.alert.AlertSettings;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.settings.AllocationSettings;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.OverlaySettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.portfolio.settings.ResamplingSettings;
import io.mirrorcore.portfolio.settings.TimeSettings;
import io.mirrorcore.portfolio.settings.WarmUp;
import io.mirrorcore.portfolio.settings.WindowSettings;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeSettings;
import io.mirrorcore.regime.RegimeSource;
import io.mirrorcore.regime.RegimeTable;
import io.mirrorcore.strategy.Strategy;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /** How returns become weights, where one portfolio is all there is. */
  public static EnsembleSettings ensemble(Settings settings) {
    return ensemble(settings, false);
  }

  /**
   * How returns of one portfolio of a job become weights.
   *
   * @param job the settings of all portfolios
   */
  public static EnsembleSettings ensemble(Settings job, String portfolio) {
    Settings own = job.of(portfolio);
    return ensemble(own, computesMarket(job) && !computesMarket(own));
  }

  /**
   * How returns become weights by other settings than those of the job that counted them.
   *
   * @param job the settings of that job
   */
  public static EnsembleSettings beside(Settings job, Settings other) {
    return ensemble(other, computesMarket(job) && !computesMarket(other));
  }

  private static boolean computesMarket(Settings settings) {
    return settings.strategies().stream()
        .anyMatch(configured -> configured.strategy().id().equals(ProfileSettings.MARKET));
  }

  private static EnsembleSettings ensemble(Settings settings, boolean leavesMarketOut) {
    return new EnsembleSettings(
        window(settings),
        new BarRate(settings.barsPerDay(), settings.barsPerYear()),
        new AllocationSettings(objective(settings), settings.limits(), cash(settings)),
        regime(settings),
        table(settings),
        gate(settings),
        resampling(settings),
        alerts(settings),
        positions(settings),
        profile(settings, leavesMarketOut),
        time(settings));
  }

  private static ProfileSettings profile(Settings settings, boolean leavesMarketOut) {
    return new ProfileSettings(
        settings.get(ProfileKeys.PROFILE),
        TwoSpeeds.defaults(),
        new OverlaySettings(
            settings.get(ProfileKeys.OVERLAY_STRATEGIES),
            new TreeSet<>(withoutInput(settings)),
            settings.get(ProfileKeys.OVERLAY_SMOOTHING),
            settings.get(ProfileKeys.OVERLAY_TARGET)),
        leavesMarketOut);
  }

  private static TimeSettings time(Settings settings) {
    Periods periods = Periods.of(settings);
    return new TimeSettings(
        periods.ends(),
        periods.rate(),
        settings.find(ProfileKeys.MEAN_PRIOR).orElse(periods.belowADay() ? 1.0 : 0.0),
        new WarmUp(
            settings.get(ProfileKeys.WARM_UP),
            new TreeSet<>(withoutInput(settings)),
            new TreeSet<>(acrossSymbols(settings))));
  }

  /**
   * Strategies on ticks or options that nobody promised. The default of {@code job.inputs} names
   * all topics, and most markets have only prices.
   */
  private static Set<String> withoutInput(Settings settings) {
    Set<String> without = new TreeSet<>();
    for (ConfiguredStrategy configured : settings.strategies()) {
      Topic topic =
          switch (configured.strategy().input()) {
            case TICKS -> Topic.TICKS;
            case OPTIONS -> Topic.OPTIONS_FLOW;
            case PRICES, CROSS_ASSET -> null;
          };
      if (topic != null && !isPromised(settings, topic)) {
        without.add(configured.strategy().id());
      }
    }
    return without;
  }

  private static Set<String> acrossSymbols(Settings settings) {
    return settings.strategies().stream()
        .filter(configured -> configured.strategy().input() == Strategy.Input.CROSS_ASSET)
        .map(configured -> configured.strategy().id())
        .collect(Collectors.toSet());
  }

  private static boolean isPromised(Settings settings, Topic topic) {
    boolean bars =
        topic == Topic.TICKS && settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS;
    return bars
        || (settings.isSet(PipelineKeys.JOB_INPUTS.key())
            && settings.get(PipelineKeys.JOB_INPUTS).contains(topic));
  }

  /** How accounts on paper are kept. */
  public static PaperSettings paper(Settings settings) {
    return new PaperSettings(
        settings.get(PaperKeys.CAPITAL),
        settings.get(PaperKeys.FILL),
        new PaperSettings.OrderLimits(
            settings.get(PaperKeys.LOT),
            settings.get(PaperKeys.MIN_TRADE),
            settings.get(PaperKeys.PRICE_BAND),
            settings.get(PaperKeys.MAX_ORDERS)),
        new PaperSettings.Charge(
            settings.costs(), settings.get(PaperKeys.COSTS), settings.get(PaperKeys.SLIPPAGE)));
  }

  /** How weights become what is held. */
  public static PositionSettings positions(Settings settings) {
    return new PositionSettings(
        settings.get(EnsembleKeys.POSITIONS_BAND),
        PositionSettings.HALF_LIFE_DAYS,
        slots(settings),
        settings.get(EnsembleKeys.POSITIONS_LEVERAGE),
        settings.get(EnsembleKeys.POSITIONS_SIZING));
  }

  /**
   * For what knows no symbols.
   *
   * @throws ConfigurationException where positions are to be sized, of which there are none
   */
  public static void requireUnsized(Settings settings) {
    if (settings.get(EnsembleKeys.POSITIONS_SIZING) != Sizing.NONE) {
      throw new ConfigurationException(
          EnsembleKeys.POSITIONS_SIZING
              + " must be none where strategy returns are all that is read, since there are no"
              + " positions to size; have entropy; delete the line, or give prices");
    }
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
        settings.get(EnsembleKeys.REGIME_HYSTERESIS_BARS),
        source(settings));
  }

  private static RegimeSource source(Settings settings) {
    RegimeSource source = settings.get(EnsembleKeys.REGIME_SOURCE);
    return source.equals(RegimeSource.FILE)
        ? RegimeSource.told(
            RegimeFile.read(
                Path.of(settings.find(EnsembleKeys.REGIME_FILE).orElseThrow()),
                settings.parser().times(),
                settings.portfolios().names()))
        : source;
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
        settings.get(EnsembleKeys.GATE_PARTIAL_AFTER),
        settings.get(EnsembleKeys.GATE_PARTIAL_ABOVE),
        settings.get(EnsembleKeys.GATE_REMAINDERS));
  }

  private static ResamplingSettings resampling(Settings settings) {
    return new ResamplingSettings(
        settings.get(EnsembleKeys.RESAMPLE_SAMPLES),
        settings.get(EnsembleKeys.RESAMPLE_FRACTION),
        settings.get(EnsembleKeys.RESAMPLE_MEAN_BLOCK),
        settings.get(EnsembleKeys.GATE_CONFIDENCE),
        settings.get(EnsembleKeys.WEIGHTS));
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
        SHRINKAGE_ABOVE,
        settings.get(EnsembleKeys.ALERT_LOW_REALISED_SHARPE));
  }
}

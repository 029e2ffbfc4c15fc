package io.mirrorcore.jobs.config.key;

import io.mirrorcore.estimate.CovarianceMethod;
import io.mirrorcore.estimate.MeanMethod;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.settings.ConfidenceRule;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import io.mirrorcore.regime.RegimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Strategy returns, the estimate, the optimiser, regimes and alerts. */
public final class EnsembleKeys {

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  public static final ConfigKey<Choices.ReturnsMode> RETURNS_MODE =
      add(
          "returns.mode",
          ValueType.choice(Choices.ReturnsMode.class),
          "equal-slot",
          "Each symbol has an equal slot of capital, or it is divided among the open positions.");
  public static final ConfigKey<Choices.Slots> RETURNS_SLOTS =
      add(
          "returns.slots",
          ValueType.choice(Choices.Slots.class),
          "alive",
          "Whether every symbol alive has an equal slot, and keeps it while it has no bar, or only"
              + " those with a bar.");
  public static final ConfigKey<Double> RETURNS_COST =
      add(
          "returns.cost",
          ValueType.real(0, 0.1),
          "0.0002",
          "Cost as a fraction of the traded value; or a map from pattern of symbols to cost.");
  public static final ConfigKey<Integer> RETURNS_FORGET_AFTER =
      add(
          "returns.forget-after",
          ValueType.whole(1, 1_000_000),
          "60",
          "A symbol without a bar for so many bars of its portfolio, of those in its own sessions,"
              + " has its positions closed at its last price and starts afresh.");

  public static final ConfigKey<Double> POSITIONS_BAND =
      add(
          "positions.band",
          ValueType.real(0, 1_000),
          "1",
          "A position is traded only as far as it is off by more than so many of its usual changes;"
              + " 0 trades every change.");

  public static final ConfigKey<Double> POSITIONS_LEVERAGE =
      add(
          "positions.leverage",
          ValueType.above(0, 10),
          "1",
          "Positions are so many times what the weights ask for, in a backtest too; what is borrowed"
              + " costs nothing (a backtest's stresses tell what it would).");

  public static final ConfigKey<Sizing> POSITIONS_SIZING =
      add(
          "positions.sizing",
          ValueType.choice(Sizing.class),
          "none",
          "Whether positions are scaled by the size that the entropy of the market's returns calls"
              + " for, 0, 0.25, 0.5 or 1 as ENTROPY_MEASURE has it; 1 in its first 499 bars. Not"
              + " where only the returns of strategies are known: there are no positions.");

  public static final ConfigKey<Choices.Emit> SIGNALS_EMIT =
      add(
          "signals.emit",
          ValueType.choice(Choices.Emit.class),
          "changes",
          "Whether signals are published when action or position changes, or at every bar.");

  static {
    IN_ORDER.addAll(ProfileKeys.ALL);
  }

  public static final ConfigKey<Integer> WINDOW =
      add("ensemble.window", ValueType.whole(2, 100_000), "60", "Periods of the estimates.");
  public static final ConfigKey<Integer> MIN_OBSERVATIONS =
      add(
          "ensemble.min-observations",
          ValueType.whole(2, 100_000),
          "30",
          "Periods that there must be before the first weights.");
  public static final ConfigKey<MeanMethod> MEAN =
      add(
          "ensemble.mean",
          ValueType.named(List.of(MeanMethod.values()), MeanMethod::id),
          "ewma",
          "Estimator of the mean.");
  public static final ConfigKey<Double> EWMA_ALPHA =
      add(
          "ensemble.ewma-alpha",
          ValueType.above(0, 1),
          "0.1",
          "Weight of the newest return in the mean.");
  public static final ConfigKey<CovarianceMethod> COVARIANCE =
      add(
          "ensemble.covariance",
          ValueType.named(List.of(CovarianceMethod.values()), CovarianceMethod::id),
          "ledoit-wolf",
          "Estimator of the covariance.");
  public static final ConfigKey<Double> HALF_LIFE =
      add(
          "ensemble.half-life",
          ValueType.real(1, 10_000),
          "20",
          "Periods after which a return counts half where the covariance is ewma.");
  public static final ConfigKey<Objective> OBJECTIVE =
      add(
          "ensemble.objective",
          ValueType.named(Objective.all(), Objective::id),
          "mean-variance",
          "What the weights shall be best at.");
  public static final ConfigKey<Double> RISK_FREE =
      add(
          "ensemble.risk-free",
          ValueType.real(-1, 1),
          "0",
          "What holding nothing earns a year (0.02: 2 %), where the objective is max-sharpe.");
  public static final ConfigKey<Double> CVAR_BETA =
      add(
          "ensemble.cvar-beta",
          ValueType.real(0, 0.999),
          "0.95",
          "Share of the returns that is not in the tail, where the objective is cvar.");
  public static final ConfigKey<Boolean> CASH_ENABLED =
      add(
          "ensemble.cash.enabled",
          ValueType.bool(),
          "false",
          "Whether CASH, without risk, is beside the strategies; mean-variance only.");
  public static final ConfigKey<Double> CASH_CAP =
      add("ensemble.cash.cap", ValueType.above(0, 1), "1", "Greatest weight of CASH.");
  public static final ConfigKey<Double> CASH_RATE =
      add("ensemble.cash.rate", ValueType.real(-1, 1), "0", "What CASH earns a year (0.02: 2 %).");
  public static final ConfigKey<Double> GAMMA =
      add(
          "ensemble.gamma",
          ValueType.real(0, 1),
          "1e-5",
          "Ridge on the covariance, in daily units.");
  public static final ConfigKey<Double> INACTIVE_BELOW =
      add(
          "ensemble.inactive-below",
          ValueType.real(0, 1),
          "0.05",
          "A strategy with a position in a smaller share of the window's periods is INACTIVE.");
  public static final ConfigKey<Integer> RESAMPLE_SAMPLES =
      add(
          "ensemble.resample.samples",
          ValueType.whole(2, 10_000),
          "100",
          "Bootstrap samples for robust weights and their confidence.");
  public static final ConfigKey<Double> RESAMPLE_FRACTION =
      add(
          "ensemble.resample.fraction",
          ValueType.above(0, 1),
          "0.8",
          "Length of a sample as a share of the window.");
  public static final ConfigKey<Double> RESAMPLE_MEAN_BLOCK =
      add(
          "ensemble.resample.mean-block",
          ValueType.real(1, 10_000),
          "5",
          "Mean block of the stationary bootstrap, periods; 1 draws them independently.");
  public static final ConfigKey<WeightsFrom> WEIGHTS =
      add(
          "ensemble.weights",
          ValueType.choice(WeightsFrom.class),
          "optimal",
          "What is put into force: the optimum, or the mean of the optima of the bootstrap samples,"
              + " which is smoother and more widely spread; the certificate is of the optimum.");
  public static final ConfigKey<Double> LAMBDA =
      open(
          "ensemble.lambda",
          ValueType.above(0, 1e6),
          "Risk aversion in every regime that has none of its own set.");
  public static final ConfigKey<Double> ETA =
      open(
          "ensemble.eta",
          ValueType.real(0, 100),
          "Price of turnover in every regime that has none of its own set.");
  public static final ConfigKey<Double> MAX_WEIGHT =
      open(
          "ensemble.max-weight",
          ValueType.above(0, 1),
          "Largest weight in every regime that has no cap of its own set.");
  public static final ConfigKey<ConfidenceRule> GATE_CONFIDENCE =
      add(
          "ensemble.gate.confidence",
          ValueType.named(List.of(ConfidenceRule.values()), ConfidenceRule::id),
          "left-out",
          "The share of bootstrap samples whose optimum serves better than the weights in force on"
              + " the rows that the sample left out, at least 10 of them; or how little the"
              + " weights move from sample to sample.");
  public static final ConfigKey<Double> GATE_TURNOVER_BELOW =
      add(
          "ensemble.gate.turnover-below",
          ValueType.real(0, 2),
          "0.10",
          "A result with less turnover than this is applied; 2 applies every one.");
  public static final ConfigKey<Double> GATE_CONFIDENCE_ABOVE =
      add(
          "ensemble.gate.confidence-above",
          ValueType.real(0, 1),
          "0.8",
          "A result with more confidence than this is applied whatever its turnover.");
  public static final ConfigKey<Double> GATE_TRADE_THRESHOLD =
      add(
          "ensemble.gate.trade-threshold",
          ValueType.real(0, 1),
          "0.01",
          "Change of a weight that counts as a trade.");
  public static final ConfigKey<GateSettings.Remainders> GATE_REMAINDERS =
      add(
          "ensemble.gate.remainders",
          ValueType.choice(GateSettings.Remainders.class),
          "wait",
          "Whether smaller changes wait until they are as large, or are in force without a trade.");
  public static final ConfigKey<Integer> GATE_PARTIAL_AFTER =
      add(
          "ensemble.gate.partial-after",
          ValueType.whole(1, 1_000),
          "2",
          "After so many results held back in a row the next is applied in part.");
  public static final ConfigKey<Double> GATE_PARTIAL_ABOVE =
      add(
          "ensemble.gate.partial-above",
          ValueType.real(0, 1),
          "0.5",
          "Confidence above which it is, unless a cap has to be met; 0 whatever the confidence.");

  public static final ConfigKey<RegimeSource> REGIME_SOURCE =
      add(
          "regime.source",
          ValueType.named(RegimeSource.all(), RegimeSource::id),
          "detector",
          "Who says which regime rules: the detector of the options below, always the one named, or"
              + " regime.file.");
  public static final ConfigKey<String> REGIME_FILE =
      open(
          "regime.file",
          ValueType.text("a file of regimes as CSV, plain or .gz", Pattern.compile(".*\\S.*")),
          "Regimes by time where regime.source is file: time, regime and, where it is not of all,"
              + " portfolio; the newest row not after a close rules there.");
  public static final ConfigKey<Integer> REGIME_VOLATILITY_WINDOW =
      add(
          "regime.volatility-window",
          ValueType.whole(2, 10_000),
          "20",
          "Periods of the volatility.");
  public static final ConfigKey<Integer> REGIME_RANK_WINDOW =
      add("regime.rank-window", ValueType.whole(2, 100_000), "250", "Periods of its rank.");
  public static final ConfigKey<Integer> REGIME_EFFICIENCY_WINDOW =
      add(
          "regime.efficiency-window",
          ValueType.whole(2, 10_000),
          "20",
          "Periods of the efficiency ratio.");
  public static final ConfigKey<Double> REGIME_VOLATILE_ABOVE =
      add("regime.volatile-above", ValueType.real(0, 1), "0.8", "Volatility rank of VOLATILE.");
  public static final ConfigKey<Double> REGIME_TRENDING_ABOVE =
      add("regime.trending-above", ValueType.real(0, 1), "0.35", "Efficiency of TRENDING.");
  public static final ConfigKey<Double> REGIME_RANGING_BELOW =
      add("regime.ranging-below", ValueType.real(0, 1), "0.20", "Efficiency of RANGING.");
  public static final ConfigKey<Integer> REGIME_HYSTERESIS_BARS =
      add(
          "regime.hysteresis-bars",
          ValueType.whole(1, 1_000),
          "3",
          "Periods that a new regime must hold before it replaces the old.");

  public static final RegimeKeys TRENDING =
      regime(RegimeKeys.of("trending", "75", "0.10", "0.30", "7d", "false"));
  public static final RegimeKeys RANGING =
      regime(RegimeKeys.of("ranging", "150", "0.045", "0.25", "1d", "false"));
  public static final RegimeKeys VOLATILE =
      regime(RegimeKeys.of("volatile", "300", "0.15", "0.20", "1d", "true"));
  public static final RegimeKeys MIXED =
      regime(RegimeKeys.of("mixed", "125", "0.065", "0.25", "3d", "false"));

  public static final ConfigKey<Double> ALERT_LOW_SHARPE =
      add(
          "alerts.low-sharpe",
          ValueType.real(-100, 100),
          "0.5",
          "WARNING when the annualised Sharpe ratio is below this.");
  public static final ConfigKey<Double> ALERT_LOW_REALISED_SHARPE =
      add(
          "alerts.low-realised-sharpe",
          ValueType.real(-100, 100),
          "0",
          "WARNING when the realised one of the last ensemble.window bars, at most a year, is below; -100:"
              + " never.");
  public static final ConfigKey<Double> ALERT_UNSTABLE_COVARIANCE =
      add(
          "alerts.unstable-covariance",
          ValueType.real(1, 1e15),
          "1e6",
          "ERROR when the covariance's condition number is above this.");
  public static final ConfigKey<Double> ALERT_HIGH_TURNOVER =
      add(
          "alerts.high-turnover",
          ValueType.real(0, 2),
          "0.30",
          "WARNING when the turnover of a result is above this.");
  public static final ConfigKey<Double> ALERT_RETURN_DIVERGENCE =
      add(
          "alerts.return-divergence",
          ValueType.real(0, 10),
          "0.01",
          "INFO when expected and realised return over the window differ by more (0.01: 1 %).");
  public static final ConfigKey<Double> ALERT_DRAWDOWN_WARNING =
      add(
          "alerts.drawdown.warning",
          ValueType.above(0, 1),
          "0.10",
          "WARNING when the ensemble's drawdown is beyond this.");
  public static final ConfigKey<Double> ALERT_DRAWDOWN_ERROR =
      add(
          "alerts.drawdown.error",
          ValueType.above(0, 1),
          "0.20",
          "ERROR when the ensemble's drawdown is beyond this.");
  public static final ConfigKey<Integer> ALERT_STALE_FEED =
      add(
          "alerts.stale-feed",
          ValueType.whole(1, 100_000),
          "5",
          "WARNING when a symbol has had no bar for so many intervals while others had.");
  public static final ConfigKey<Double> ALERT_FLASH_MOVE =
      add(
          "alerts.flash-move",
          ValueType.above(0, 1_000),
          "10",
          "ERROR when a bar moves by more than so many standard deviations.");
  public static final ConfigKey<Double> ALERT_DEGRADED =
      add(
          "alerts.degraded",
          ValueType.real(0, 1),
          "0.5",
          "WARNING when a smaller share of the strategies is active, or the solver fails.");

  /** The regimes in the order of a printed file. */
  public static final List<RegimeKeys> REGIMES = List.of(TRENDING, RANGING, VOLATILE, MIXED);

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private EnsembleKeys() {}

  private static <T> ConfigKey<T> add(
      String key, ValueType<T> type, String defaultText, String description) {
    ConfigKey<T> option = ConfigKey.of(key, type, defaultText, description);
    IN_ORDER.add(option);
    return option;
  }

  private static <T> ConfigKey<T> open(String key, ValueType<T> type, String description) {
    ConfigKey<T> option = ConfigKey.open(key, type, description);
    IN_ORDER.add(option);
    return option;
  }

  private static RegimeKeys regime(RegimeKeys regime) {
    IN_ORDER.addAll(regime.all());
    return regime;
  }
}

package io.mirrorcore.jobs.config.key;

import java.util.List;

/**
 * Which strategies there are and by which definitions; what each is set to follows from its own
 * list of parameters.
 */
public final class StrategyKeys {

  public static final ConfigKey<Release> COMPATIBILITY =
      ConfigKey.open(
          "compatibility",
          ValueType.named(Release.ALL, Release::number),
          "Release whose definitions and defaults hold: 0.1 is edition 1 of every strategy, profile"
              + " guide, period bar, no mean-prior or warm-up, gate.confidence steadiness,"
              + " gate.partial-above 0, gate.remainders apply, positions.band 0,"
              + " backtest.weight-cost 0.001, backtest.accounting by-strategy, returns.slots present,"
              + " alerts.low-realised-sharpe -100 and bars.align 0s; when not set, the newest. What is"
              + " set by itself goes before it.");

  public static final ConfigKey<List<String>> JARS =
      ConfigKey.of(
          "strategies.jars",
          ValueType.paths(),
          "",
          "Jars with strategies of your own, found by ServiceLoader; relative paths are from the"
              + " working directory.");

  /** Of each strategy, under {@code strategies.ID}: whether it runs. */
  public static final ConfigKey<Boolean> ENABLED =
      ConfigKey.of("enabled", ValueType.bool(), "true", "Whether the strategy runs.");

  /** Of each strategy: its least weight. */
  public static final ConfigKey<Double> MIN_WEIGHT =
      ConfigKey.of(
          "min-weight",
          ValueType.real(0, 1),
          "0",
          "Least weight of the strategy while it is active.");

  /** Of each strategy: its greatest weight. */
  public static final ConfigKey<Double> MAX_WEIGHT =
      ConfigKey.of(
          "max-weight",
          ValueType.above(0, 1),
          "1",
          "Greatest weight of the strategy; the regime's cap holds besides.");

  /** Of each strategy: its share of the risk. */
  public static final ConfigKey<Double> RISK_BUDGET =
      ConfigKey.of(
          "risk-budget",
          ValueType.above(0, 1e6),
          "1",
          "Its part of the risk, relative to the others', where the objective is risk-parity.");

  /** What every strategy has beside its own parameters. */
  public static final List<ConfigKey<?>> EACH =
      List.of(ENABLED, MIN_WEIGHT, MAX_WEIGHT, RISK_BUDGET);

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.of(COMPATIBILITY, JARS);

  private StrategyKeys() {}
}

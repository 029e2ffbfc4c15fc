package io.mirrorcore.jobs.config;

import java.util.List;

/** Which strategies there are; what each is set to follows from its own list of parameters. */
public final class StrategyOptions {

  public static final Option<List<String>> JARS =
      Option.of(
          "strategies.jars",
          ValueType.paths(),
          "",
          "Jars with strategies of your own, found by ServiceLoader; relative paths are from the"
              + " working directory.");

  /** Of each strategy, under {@code strategies.ID}: whether it runs. */
  static final Option<Boolean> ENABLED =
      Option.of("enabled", ValueType.bool(), "true", "Whether the strategy runs.");

  /** Of each strategy: its least weight. */
  static final Option<Double> MIN_WEIGHT =
      Option.of(
          "min-weight",
          ValueType.real(0, 1),
          "0",
          "Least weight of the strategy while it is active.");

  /** Of each strategy: its greatest weight. */
  static final Option<Double> MAX_WEIGHT =
      Option.of(
          "max-weight",
          ValueType.above(0, 1),
          "1",
          "Greatest weight of the strategy; the regime's cap holds besides.");

  /** Of each strategy: its share of the risk. */
  static final Option<Double> RISK_BUDGET =
      Option.of(
          "risk-budget",
          ValueType.above(0, 1e6),
          "1",
          "Its part of the risk, relative to the others', where the objective is risk-parity.");

  /** What every strategy has beside its own parameters. */
  static final List<Option<?>> EACH = List.of(ENABLED, MIN_WEIGHT, MAX_WEIGHT, RISK_BUDGET);

  /** All of them in the order of a printed file. */
  static final List<Option<?>> ALL = List.of(JARS);

  private StrategyOptions() {}
}

package io.mirrorcore.jobs.config;

import java.util.ArrayList;
import java.util.List;

/** How a backtest walks through history, and what tuning tries. */
public final class BacktestOptions {

  private static final List<Option<?>> IN_ORDER = new ArrayList<>();

  public static final Option<Choices.Walk> MODE =
      add(
          "backtest.mode",
          ValueType.choice(Choices.Walk.class),
          "walk-forward",
          "walk-forward estimates from train bars and holds for test bars; event keeps the live"
              + " cadence and gate.");
  public static final Option<Integer> TRAIN =
      add(
          "backtest.train",
          ValueType.whole(2, 100_000),
          "90",
          "Bars of an estimate in walk-forward.");
  public static final Option<Integer> TEST =
      add(
          "backtest.test",
          ValueType.whole(1, 100_000),
          "30",
          "Bars for which its weights are held in walk-forward.");
  public static final Option<Boolean> ANCHORED =
      add(
          "backtest.anchored",
          ValueType.bool(),
          "false",
          "Whether estimates begin with the first bar, up to 100000 bars, instead of rolling.");
  public static final Option<Double> CAPITAL =
      add("backtest.capital", ValueType.above(0, 1e15), "100000", "Capital at the start.");
  public static final Option<Double> COST =
      add(
          "backtest.cost",
          ValueType.real(0, 1),
          "0.001",
          "Cost of trading between strategies, as a share of the turnover of weights; the trades"
              + " of a strategy itself pay returns.cost.");

  public static final Option<List<Double>> TUNE_LAMBDA =
      add(
          "tune.lambda",
          ValueType.reals(0, 1e6),
          "50, 100, 150, 200, 300",
          "Values of lambda on the grid.");
  public static final Option<List<Double>> TUNE_ETA =
      add(
          "tune.eta",
          ValueType.reals(0, 100),
          "0.01, 0.03, 0.05, 0.08, 0.10",
          "Values of eta on the grid.");
  public static final Option<Integer> TUNE_CALLS =
      add("tune.calls", ValueType.whole(5, 10_000), "50", "Trials of the Bayesian search.");
  public static final Option<Integer> TUNE_SEED =
      add("tune.seed", ValueType.whole(0, Integer.MAX_VALUE), "42", "Seed of the Bayesian search.");

  /** All of them in the order of a printed file. */
  static final List<Option<?>> ALL = List.copyOf(IN_ORDER);

  private BacktestOptions() {}

  private static <T> Option<T> add(
      String key, ValueType<T> type, String defaultText, String description) {
    Option<T> option = Option.of(key, type, defaultText, description);
    IN_ORDER.add(option);
    return option;
  }
}

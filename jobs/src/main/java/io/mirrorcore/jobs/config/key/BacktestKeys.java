package io.mirrorcore.jobs.config.key;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a backtest walks through history, and what tuning tries. */
public final class BacktestKeys {

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  public static final ConfigKey<Choices.Walk> MODE =
      add(
          "backtest.mode",
          ValueType.choice(Choices.Walk.class),
          "walk-forward",
          "walk-forward estimates from train periods and holds for test periods; event keeps the live"
              + " cadence and gate.");
  public static final ConfigKey<Integer> TRAIN =
      add(
          "backtest.train",
          ValueType.whole(2, 100_000),
          "90",
          "Periods of an estimate in walk-forward.");
  public static final ConfigKey<Integer> TEST =
      add(
          "backtest.test",
          ValueType.whole(1, 100_000),
          "30",
          "Periods for which its weights are held in walk-forward.");
  public static final ConfigKey<Boolean> ANCHORED =
      add(
          "backtest.anchored",
          ValueType.bool(),
          "false",
          "Whether estimates begin with the first period, up to 100000, instead of rolling.");
  public static final ConfigKey<Double> CAPITAL =
      add("backtest.capital", ValueType.above(0, 1e15), "100000", "Capital at the start.");
  public static final ConfigKey<Double> WEIGHT_COST =
      add(
          "backtest.weight-cost",
          ValueType.real(0, 1),
          "0",
          "Cost of a change of weights besides, as a share of their turnover; the positions that"
              + " change with them pay returns.cost already. (backtest.cost is its older name.)");
  public static final ConfigKey<Choices.Judged> ACCOUNTING =
      add(
          "backtest.accounting",
          ValueType.choice(Choices.Judged.class),
          "netted",
          "netted judges on the positions that are traded; by-strategy, as 0.1 did, on every strategy"
              + " as a fund of its own that pays for its own trades.");
  public static final ConfigKey<String> BENCHMARK =
      open(
          "backtest.benchmark",
          ValueType.text("a symbol", Pattern.compile("\\S(.*\\S)?")),
          "Symbol that the report compares with, bought and held; when not set, HOLD: the"
              + " portfolio's symbols, bought and held.");

  public static final ConfigKey<List<Double>> TUNE_LAMBDA =
      add(
          "tune.lambda",
          ValueType.reals(0, 1e6),
          "50, 100, 150, 200, 300",
          "Values of lambda on the grid.");
  public static final ConfigKey<List<Double>> TUNE_ETA =
      add(
          "tune.eta",
          ValueType.reals(0, 100),
          "0.01, 0.03, 0.05, 0.08, 0.10",
          "Values of eta on the grid.");
  public static final ConfigKey<Integer> TUNE_CALLS =
      add("tune.calls", ValueType.whole(5, 10_000), "50", "Trials of the Bayesian search.");
  public static final ConfigKey<Integer> TUNE_SEED =
      add("tune.seed", ValueType.whole(0, Integer.MAX_VALUE), "42", "Seed of the Bayesian search.");

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private BacktestKeys() {}

  private static <T> ConfigKey<T> open(String key, ValueType<T> type, String description) {
    ConfigKey<T> option = ConfigKey.open(key, type, description);
    IN_ORDER.add(option);
    return option;
  }

  private static <T> ConfigKey<T> add(
      String key, ValueType<T> type, String defaultText, String description) {
    ConfigKey<T> option = ConfigKey.of(key, type, defaultText, description);
    IN_ORDER.add(option);
    return option;
  }
}

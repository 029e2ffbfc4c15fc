package io.mirrorcore.jobs.config.key;

import io.mirrorcore.paper.PaperSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Paper trading: what an account begins with, how orders are filled, and what they obey. */
public final class PaperKeys {

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  /** What prices come from. */
  public enum From {
    BARS,
    QUOTES
  }

  public static final ConfigKey<Double> CAPITAL =
      add("paper.capital", ValueType.above(0, 1e15), "100000", "Money at the start.");
  public static final ConfigKey<PaperSettings.Fill> FILL =
      add(
          "paper.fill",
          ValueType.choice(PaperSettings.Fill.class),
          "next",
          "Whether orders are filled at the next price, or at the close at which they were decided,"
              + " as in a backtest.");
  public static final ConfigKey<From> FROM =
      add(
          "paper.from",
          ValueType.choice(From.class),
          "bars",
          "Whether the next price is the open of the next bar, or the next quote.");
  public static final ConfigKey<PaperSettings.CostBase> COSTS =
      add(
          "paper.costs",
          ValueType.choice(PaperSettings.CostBase.class),
          "changes",
          "Whether returns.cost is charged on changes of positions, as in a backtest, or on all that"
              + " is traded, drift included.");
  public static final ConfigKey<Double> SLIPPAGE =
      add(
          "paper.slippage",
          ValueType.real(0, 0.1),
          "0",
          "Share of the price by which every fill is worse.");
  public static final ConfigKey<Double> LOT =
      add(
          "paper.lot",
          ValueType.real(0, 1e12),
          "0",
          "Orders are whole multiples of so many units; 0 takes any fraction.");
  public static final ConfigKey<Double> MIN_TRADE =
      add("paper.min-trade", ValueType.real(0, 1e15), "0", "Least value of an order, money.");
  public static final ConfigKey<Double> PRICE_BAND =
      add(
          "paper.price-band",
          ValueType.real(0, 1),
          "0",
          "Share of the decided price by which a fill may be off; 0 takes any price.");
  public static final ConfigKey<Integer> MAX_ORDERS =
      add(
          "paper.max-orders",
          ValueType.whole(0, 1_000_000),
          "0",
          "Orders at one close of a portfolio, the largest first; 0 sends all.");
  public static final ConfigKey<String> KILL_FILE =
      open(
          "paper.kill-file",
          ValueType.text("a path", Pattern.compile("(?s).*\\S.*")),
          "While a file is here no orders are sent, and open ones are taken back; live only.");

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private PaperKeys() {}

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
}

package io.mirrorcore.jobs.config.key;

import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an ensemble is, what it counts in, and when it begins. */
public final class ProfileKeys {

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  public static final ConfigKey<Profile> PROFILE =
      add(
          "ensemble.profile",
          ValueType.named(List.of(Profile.values()), Profile::word),
          "guide",
          "Formulation, with its own defaults for what follows: the original guide; evidence, which"
              + " leaves unproven strategies for the market and cash; overlay, which adds to the"
              + " market what strategies have shown beyond it.");
  public static final ConfigKey<Duration> PERIOD =
      add(
          "ensemble.period",
          ValueType.period(),
          "1d",
          "What windows, cadences, train and test count: returns of bars are compounded into"
              + " periods; where bars are longer, the bar.");
  public static final ConfigKey<Double> MEAN_PRIOR =
      open(
          "ensemble.mean-prior",
          ValueType.real(0, 100),
          "Means are shrunk by the evidence they have, annual Sharpe ratios being thought to differ"
              + " by this much; 0 for never; when not set, 1 where periods are below a day, else"
              + " never.");
  public static final ConfigKey<Double> WARM_UP =
      add(
          "ensemble.warm-up",
          ValueType.real(0, 1),
          "0.5",
          "Share of the strategies with an input that must be active before the first weights; 0:"
              + " any; those of ticks and options have one where job.inputs is set and names it.");
  public static final ConfigKey<List<String>> OVERLAY_STRATEGIES =
      add(
          "ensemble.overlay.strategies",
          ValueType.names(),
          "",
          "Strategies that overlay lays over the market; none for all with an input.");
  public static final ConfigKey<Double> OVERLAY_SMOOTHING =
      add(
          "ensemble.overlay.smoothing",
          ValueType.above(0, 10_000),
          "20",
          "Half-life by which their positions are smoothed, days.");
  public static final ConfigKey<Double> OVERLAY_TARGET =
      add(
          "ensemble.overlay.target",
          ValueType.above(0, 10),
          "0.1",
          "Volatility a year that overlay aims at (0.1: 10 %).");

  /** All of them in the order of a printed file. */
  static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private ProfileKeys() {}

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

package io.mirrorcore.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the demo sets where its user does not: a market of days, so that a year passes in a minute,
 * and the profiles as portfolios of their own beside equal weight.
 */
public final class DemoSettings {

  /** Equal weight of the strategies; not a profile, but what each has to beat. */
  public static final String EQUAL = "equal";

  /** In the order in which they are told. */
  static final List<String> PORTFOLIOS = List.of("guide", "evidence", "overlay", EQUAL);

  /** A simulated year a minute. */
  public static final String SPEED = "525600x";

  private DemoSettings() {}

  /** Values for keys that the user left alone. */
  public static Map<String, String> presets() {
    Map<String, String> presets = new LinkedHashMap<>();
    presets.put("job.name", "mirrorcore-demo");
    presets.put("job.checkpoint-interval", "1s");
    presets.put("bars.interval", "1d");
    presets.put("bars.zone", "UTC");
    presets.put("bars.close", "00:00");
    presets.put("sessions.*", "24x7");
    presets.put("inputs.prices.time-unit", "ms"); // its years go on for as long as it runs
    presets.put("inputs.ticks.time-unit", "ms");
    presets.put("inputs.options-flow.time-unit", "ms");
    presets.put("time.max-ahead", "36500d"); // the broker's clock is not the market's
    presets.put("alerts.low-sharpe", "-100"); // an estimate of few days says little, and often
    presets.put("alerts.return-divergence", "10");
    presets.put("strategies.CAUSALITY_DETECTOR.test-every", "5"); // three years in some seconds
    presets.put("ensemble.resample.samples", "30");
    for (String portfolio : PORTFOLIOS) {
      String key = "portfolios." + portfolio + ".";
      presets.put(key + "symbols", "*");
      if (portfolio.equals(EQUAL)) {
        presets.putAll(equal(key));
      } else {
        presets.put(key + "ensemble.profile", portfolio);
      }
    }
    // As below a day: else the estimates that it publishes are mostly noise.
    presets.put("portfolios.guide.ensemble.mean-prior", "1");
    return presets;
  }

  /** Once a week, whatever the regime; it needs no estimate. */
  private static Map<String, String> equal(String key) {
    Map<String, String> presets = new LinkedHashMap<>();
    presets.put(key + "ensemble.objective", "equal");
    presets.put(key + "ensemble.mean-prior", "1");
    for (String regime : List.of("trending", "ranging", "volatile", "mixed")) {
      presets.put(key + "regimes." + regime + ".every", "7d");
    }
    return presets;
  }
}

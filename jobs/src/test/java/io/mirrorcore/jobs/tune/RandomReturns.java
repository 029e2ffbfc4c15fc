package io.mirrorcore.jobs.tune;

import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Returns of some strategies, each better than the one before, from a seed. */
final class RandomReturns {

  private static final List<String> STRATEGIES =
      List.of(
          "ANOMALY_DETECTION",
          "CORRELATION_MATRIX",
          "ENTROPY_MEASURE",
          "GRADIENT_TREND",
          "MEAN_REVERSION",
          "MOMENTUM_BREAKOUT",
          "RL_AGENT",
          "UT_BOT");
  private static final long DAY = 86_400_000;

  private RandomReturns() {}

  static List<StrategyReturns> of(long seed, int bars) {
    Random random = new Random(seed);
    List<StrategyReturns> all = new ArrayList<>();
    for (int t = 1; t <= bars; t++) {
      Map<String, Double> returns = new TreeMap<>();
      Map<String, Boolean> deployed = new TreeMap<>();
      for (int k = 0; k < STRATEGIES.size(); k++) {
        returns.put(STRATEGIES.get(k), 0.0003 * k + 0.01 * random.nextGaussian());
        deployed.put(STRATEGIES.get(k), random.nextDouble() < 0.8);
      }
      all.add(
          new StrategyReturns("main", t * DAY, returns, deployed, 0.01 * random.nextGaussian()));
    }
    return all;
  }
}

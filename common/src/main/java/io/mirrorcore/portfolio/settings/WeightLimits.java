package io.mirrorcore.portfolio.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What bounds the weights besides the cap of the regime: each strategy's own least and greatest
 * weight, and caps on groups of strategies. What it does not name is bounded by [0, cap] alone.
 *
 * @param least least weight by strategy, in [0, 1]
 * @param most greatest weight by strategy, in (0, 1]
 * @param groups groups with a cap on the sum of their weights
 */
public record WeightLimits(Map<String, Double> least, Map<String, Double> most, List<Group> groups)
    implements Serializable {

  private static final double ROUNDING = 1e-12;

  /** Strategies that together have at most {@code cap}, in (0, 1]. */
  public record Group(String name, List<String> strategies, double cap) implements Serializable {

    public Group {
      strategies = new ArrayList<>(strategies); // a serializable list, and nobody else's
      if (!(cap > 0 && cap <= 1)) {
        throw new IllegalArgumentException(
            "cap of group " + name + " must be in (0, 1]; have " + cap);
      }
    }
  }

  public WeightLimits {
    least = new TreeMap<>(least);
    most = new TreeMap<>(most);
    groups = new ArrayList<>(groups);
  }

  /** No limits of any strategy or group. */
  public static WeightLimits none() {
    return new WeightLimits(Map.of(), Map.of(), List.of());
  }

  /** Least weight; 0 where it has none of its own. */
  public double least(String strategy) {
    return least.getOrDefault(strategy, 0.0);
  }

  /** Greatest weight under a cap, from which {@link Cash} is exempt. */
  public double upper(String strategy, double cap) {
    double own = most.getOrDefault(strategy, 1.0);
    return strategy.equals(Cash.ID) ? own : Math.min(cap, own);
  }

  /** Whether one of these strategies, cash among them, has a limit of its own. */
  public boolean limitAny(List<String> strategies) {
    return strategies.stream()
        .anyMatch(id -> least(id) > 0 || most.getOrDefault(id, 1.0) < 1 || id.equals(Cash.ID));
  }

  /** These limits, with a cap for cash. */
  WeightLimits withCash(double cap) {
    TreeMap<String, Double> with = new TreeMap<>(most);
    with.put(Cash.ID, cap);
    return new WeightLimits(least, with, groups);
  }

  /**
   * Why no weights of these strategies can add up to 1 under a cap, in one sentence; empty where
   * some can.
   */
  public Optional<String> problem(List<String> strategies, double cap) {
    double leastSum = 0;
    double mostSum = 0;
    for (String strategy : strategies) {
      double most = upper(strategy, cap);
      if (least(strategy) > most) {
        return Optional.of(
            "min-weight of %s must be at most its greatest weight %s; have %s; lower it"
                .formatted(strategy, most, least(strategy)));
      }
      leastSum += least(strategy);
      mostSum += most;
    }
    if (leastSum > 1 + ROUNDING) {
      return Optional.of(
          "the least weights must add up to at most 1; have " + leastSum + "; lower some");
    }
    return strategies.isEmpty() || reachable(strategies, cap, mostSum) >= 1 - ROUNDING
        ? Optional.empty()
        : Optional.of(
            "the greatest weights must add up to at least 1; have %s; raise max-weight, the cap or a group's cap"
                .formatted(reachable(strategies, cap, mostSum)));
  }

  /** Exact where no strategy is in two groups; an upper bound where one is. */
  private double reachable(List<String> strategies, double cap, double mostSum) {
    double reachable = mostSum;
    for (Group group : groups) {
      double ofGroup = 0;
      for (String strategy : group.strategies()) {
        ofGroup += strategies.contains(strategy) ? upper(strategy, cap) : 0;
      }
      reachable -= Math.max(0, ofGroup - group.cap());
    }
    return reachable;
  }
}

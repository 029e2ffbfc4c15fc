package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the weights of one due time obey, all strategies in a fixed order: each weight in [lower,
 * upper] exactly, groups within their caps, all adding up to 1. Made from the regime's cap and the
 * configured {@link WeightLimits}; feasible for the strategies that are active.
 *
 * <p>Where too few are active for the cap, it is raised as far as needed; where they cannot obey
 * the limits of strategies and groups under any cap, those are lifted. Either is an alert.
 *
 * @param cap greatest weight of a strategy without a limit of its own, in (0, 1]
 * @param lower least weights; 0 for an inactive strategy
 * @param upper greatest weights
 * @param groups strategies whose weights together have a cap
 * @param raised whether the cap is more than the regime's
 * @param lifted whether limits of strategies and groups do not count this time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record WeightBounds(
    double cap,
    double[] lower,
    double[] upper,
    List<Group> groups,
    boolean raised,
    boolean lifted) {

  private static final double ROUNDING = 1e-12;
  private static final int HALVINGS = 60;

  /** Indices of strategies that together have at most {@code cap}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Group(String name, int[] members, double cap) {

    boolean has(int strategy) {
      return Arrays.stream(members).anyMatch(member -> member == strategy);
    }

    double sum(double[] weights) {
      double sum = 0;
      for (int member : members) {
        sum += weights[member];
      }
      return sum;
    }
  }

  /**
   * @param ids all strategies
   * @param active indices of those that may get weight, ascending
   * @param regimeCap cap of the regime, in (0, 1]
   */
  static WeightBounds of(WeightLimits limits, List<String> ids, int[] active, double regimeCap) {
    List<String> actives = Arrays.stream(active).mapToObj(ids::get).toList();
    boolean unlimited = limits.groups().isEmpty() && !limits.limitAny(actives);
    if (unlimited || limits.problem(actives, 1).isPresent()) {
      // Nothing but the cap: 1/n is all that it can need.
      double cap = feasible(regimeCap, actives.size());
      return build(
          WeightLimits.none(), ids, active, cap, tooTight(regimeCap, actives.size()), !unlimited);
    }
    boolean tight = limits.problem(actives, regimeCap).isPresent();
    double cap = tight ? leastCap(limits, actives, regimeCap) : regimeCap;
    return build(limits, ids, active, cap, tight, false);
  }

  private static double leastCap(WeightLimits limits, List<String> actives, double regimeCap) {
    double low = regimeCap;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (limits.problem(actives, middle).isPresent()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static WeightBounds build(
      WeightLimits limits,
      List<String> ids,
      int[] active,
      double cap,
      boolean raised,
      boolean lifted) {
    double[] lower = new double[ids.size()];
    double[] upper = new double[ids.size()];
    for (int k = 0; k < upper.length; k++) {
      upper[k] = limits.upper(ids.get(k), cap);
    }
    for (int k : active) {
      lower[k] = limits.least(ids.get(k));
    }
    return new WeightBounds(cap, lower, upper, groups(limits, ids), raised, lifted);
  }

  private static List<Group> groups(WeightLimits limits, List<String> ids) {
    List<Group> groups = new ArrayList<>();
    for (WeightLimits.Group group : limits.groups()) {
      int[] members =
          group.strategies().stream().mapToInt(ids::indexOf).filter(k -> k >= 0).toArray();
      groups.add(new Group(group.name(), members, group.cap()));
    }
    return List.copyOf(groups);
  }

  /**
   * Groups among some strategies, by position in {@code active}; those without any are left out.
   */
  List<GroupCap> groupsOf(int[] active) {
    List<GroupCap> caps = new ArrayList<>();
    for (Group group : groups) {
      int[] members = IntStream.range(0, active.length).filter(i -> group.has(active[i])).toArray();
      if (members.length > 0) {
        caps.add(new GroupCap(group.name(), members, group.cap()));
      }
    }
    return caps;
  }

  /** {@code cap}, or the least one under which {@code n} weights can add up to 1. */
  static double feasible(double cap, int n) {
    double feasible = cap;
    if (n * cap < 1) {
      feasible = 1.0 / n;
      while (n * feasible < 1) {
        feasible = Math.nextUp(feasible);
      }
    }
    return feasible;
  }

  /** Whether {@code n} weights need more than {@code cap}, by more than rounding. */
  static boolean tooTight(double cap, int n) {
    return n * cap < 1 - ROUNDING;
  }

  /**
   * Least share of the way from {@code from} to {@code target}, which obeys these bounds, after
   * which they are obeyed; in [0, 1].
   */
  double step(double[] from, double[] target) {
    double step = 0;
    for (int k = 0; k < target.length; k++) {
      if (from[k] > upper[k]) {
        step = Math.max(step, (from[k] - upper[k]) / (from[k] - target[k]));
      } else if (from[k] < lower[k]) {
        step = Math.max(step, (lower[k] - from[k]) / (target[k] - from[k]));
      }
    }
    for (Group group : groups) {
      double now = group.sum(from);
      if (now > group.cap()) {
        step = Math.max(step, (now - group.cap()) / (now - group.sum(target)));
      }
    }
    return Math.min(1, step);
  }

  /**
   * A copy without the residue of rounding: clipped to the bounds, and what is missing from 1 (or
   * too much) put on the weight farthest from its bounds.
   */
  double[] clean(double[] weights) {
    double[] clean = new double[weights.length];
    double sum = 0;
    int roomiest = 0;
    for (int i = 0; i < clean.length; i++) {
      clean[i] = clip(weights[i], i);
      sum += clean[i];
      roomiest = room(clean[i], i) > room(clean[roomiest], roomiest) ? i : roomiest;
    }
    clean[roomiest] = clip(clean[roomiest] + (1 - sum), roomiest);
    return clean;
  }

  /** The weight of strategy i within its own bounds. */
  double clip(double weight, int i) {
    return Math.max(lower[i], Math.min(upper[i], weight));
  }

  private double room(double weight, int i) {
    return Math.min(weight - lower[i], upper[i] - weight);
  }
}

package io.mirrorcore.optimize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most that feasible weights are expected to return, and the most that fits at all: strategies
 * in order of their return, each as much as budget, bound and groups leave room for. Exact where
 * any two groups are disjoint or nested (the greedy algorithm on a polymatroid, Edmonds 1970);
 * where they are not, groups are left out, and the figure is an upper bound.
 */
final class GreedyReturn {

  private GreedyReturn() {}

  static double best(WeightProblem p) {
    double[] weights = fill(p);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += p.mu()[i] * weights[i];
    }
    return sum;
  }

  /** The sum of all that fits, at most 1. */
  static double mostThatFits(WeightProblem p) {
    return Arrays.stream(fill(p)).sum();
  }

  /** Whether any two groups are disjoint or nested, so that greed is exact. */
  static boolean isExact(WeightProblem p) {
    for (GroupCap a : p.groups()) {
      for (GroupCap b : p.groups()) {
        long common = Arrays.stream(a.members()).filter(i -> contains(b, i)).count();
        if (common != 0 && common != Math.min(a.members().length, b.members().length)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] fill(WeightProblem p) {
    double[] weights = p.lower().clone();
    double left = 1 - Arrays.stream(weights).sum();
    boolean exact = isExact(p);
    for (int i : byReturn(p.mu())) {
      double room = Math.min(p.upper()[i] - weights[i], left);
      for (GroupCap group : p.groups()) {
        if (exact && contains(group, i)) {
          room = Math.min(room, group.cap() - group.weight(weights));
        }
      }
      double more = Math.max(0, room);
      weights[i] += more;
      left -= more;
    }
    return weights;
  }

  private static int[] byReturn(double[] mu) {
    return IntStream.range(0, mu.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -mu[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean contains(GroupCap group, int strategy) {
    return Arrays.stream(group.members()).anyMatch(member -> member == strategy);
  }
}

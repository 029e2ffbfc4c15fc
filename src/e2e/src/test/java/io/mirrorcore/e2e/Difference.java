package io.mirrorcore.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between the records that were seen and those that should have been.
 *
 * @param compared records that should have been seen
 * @param duplicates records seen more often than they should
 * @param losses records that were not seen
 * @param strangers records seen that should not exist
 * @param disordered keys whose records are all there in another order
 */
record Difference(int compared, int duplicates, int losses, int strangers, int disordered) {

  static Difference of(Map<String, List<String>> expected, Map<String, List<String>> seen) {
    Set<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(seen.keySet());
    Difference sum = new Difference(0, 0, 0, 0, 0);
    for (String key : keys) {
      sum =
          sum.plus(ofKey(expected.getOrDefault(key, List.of()), seen.getOrDefault(key, List.of())));
    }
    return sum;
  }

  private static Difference ofKey(List<String> expected, List<String> seen) {
    Map<String, Integer> surplus = new HashMap<>();
    seen.forEach(record -> surplus.merge(record, 1, Integer::sum));
    expected.forEach(record -> surplus.merge(record, -1, Integer::sum));
    int duplicates = 0;
    int losses = 0;
    int strangers = 0;
    Set<String> known = Set.copyOf(new TreeSet<>(expected));
    for (Map.Entry<String, Integer> one : surplus.entrySet()) {
      int count = one.getValue();
      losses += Math.max(0, -count);
      duplicates += known.contains(one.getKey()) ? Math.max(0, count) : 0;
      strangers += known.contains(one.getKey()) ? 0 : count;
    }
    boolean same = duplicates + losses + strangers == 0;
    return new Difference(
        expected.size(), duplicates, losses, strangers, same && !seen.equals(expected) ? 1 : 0);
  }

  private Difference plus(Difference other) {
    return new Difference(
        compared + other.compared,
        duplicates + other.duplicates,
        losses + other.losses,
        strangers + other.strangers,
        disordered + other.disordered);
  }

  boolean isNone() {
    return duplicates + losses + strangers + disordered == 0;
  }

  @Override
  public String toString() {
    return compared
        + " records compared, "
        + duplicates
        + " duplicates, "
        + losses
        + " losses, "
        + strangers
        + " others, "
        + disordered
        + " keys out of order";
  }
}

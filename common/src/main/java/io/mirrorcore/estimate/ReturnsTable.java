package io.mirrorcore.estimate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Returns that know whose they are and when: what a file or a topic gives, fit for every estimator
 * once it exists. Its errors name the strategy and the time, where those of {@link Estimates} can
 * only count columns and rows. The arrays are not copied, so nobody may write to them.
 *
 * @param strategies N distinct names, 1 or more
 * @param times closes of the T bars, epoch milliseconds, strictly ascending, 2 or more
 * @param returns {@code T x N}, finite; 0.01 is 1 %
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record ReturnsTable(List<String> strategies, long[] times, double[][] returns) {

  public ReturnsTable {
    strategies = List.copyOf(strategies);
    checkStrategies(strategies);
    checkTimes(times);
    if (returns.length != times.length) {
      throw new IllegalArgumentException(
          "returns must have a row for each of " + times.length + " times; have " + returns.length);
    }
    for (int t = 0; t < times.length; t++) {
      checkRow(strategies, times[t], returns[t]);
    }
  }

  private static void checkStrategies(List<String> strategies) {
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException("strategies must be at least 1; have 0");
    }
    Set<String> seen = new HashSet<>();
    for (String strategy : strategies) {
      if (strategy.isBlank()) {
        throw new IllegalArgumentException("strategies must have names; have \"" + strategy + '"');
      }
      if (!seen.add(strategy)) {
        throw new IllegalArgumentException(
            "strategies must be distinct; have " + strategy + " twice");
      }
    }
  }

  private static void checkTimes(long[] times) {
    if (times.length < 2) {
      throw new IllegalArgumentException("returns must have at least 2 rows; have " + times.length);
    }
    for (int t = 1; t < times.length; t++) {
      if (times[t] <= times[t - 1]) {
        throw new IllegalArgumentException(
            "times must ascend; have " + text(times[t]) + " after " + text(times[t - 1]));
      }
    }
  }

  private static void checkRow(List<String> strategies, long time, double[] row) {
    if (row.length != strategies.size()) {
      throw new IllegalArgumentException(
          ("returns at " + text(time) + " must be " + strategies.size())
              + (", one of each strategy; have " + row.length));
    }
    for (int i = 0; i < row.length; i++) {
      if (!Double.isFinite(row[i])) {
        throw new IllegalArgumentException(
            ("return of " + strategies.get(i) + " at " + text(time))
                + (" must be finite; have " + row[i]));
      }
    }
  }

  private static String text(long time) {
    return Instant.ofEpochMilli(time).toString();
  }
}

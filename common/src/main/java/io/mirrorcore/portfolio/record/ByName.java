package io.mirrorcore.portfolio.record;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The maps of topic records: sorted by key, unmodifiable, without NaN, infinity or minus zero. */
public final class ByName {

  private ByName() {}

  /** Each name with its value. */
  public static SortedMap<String, Double> of(List<String> names, double[] values) {
    TreeMap<String, Double> map = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(names.get(i), values[i]);
    }
    return numbers(map);
  }

  /** A sorted copy; null, which an older record may hold, is empty. */
  static SortedMap<String, Double> numbers(Map<String, Double> map) {
    TreeMap<String, Double> sorted = new TreeMap<>();
    if (map != null) {
      map.forEach((name, value) -> sorted.put(name, finite(name, value)));
    }
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** A sorted copy; null, which an older record may hold, is empty. */
  static SortedMap<String, Boolean> flags(Map<String, Boolean> map) {
    return Collections.unmodifiableSortedMap(map == null ? new TreeMap<>() : new TreeMap<>(map));
  }

  /** {@code value} with minus zero made zero. */
  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite; have " + value);
    }
    return value + 0.0;
  }
}

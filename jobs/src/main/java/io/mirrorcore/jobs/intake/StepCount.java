package io.mirrorcore.jobs.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The usual distance of the stamps of a symbol, whichever way they run. */
final class StepCount {

  private final Map<String, Long> newest = new HashMap<>();
  private final TreeMap<Long, Integer> steps = new TreeMap<>();

  void add(String symbol, long stamp) {
    Long before = newest.put(symbol, stamp);
    if (before != null && before != stamp) {
      steps.merge(Math.abs(stamp - before), 1, Integer::sum);
    }
  }

  /** Milliseconds, the shorter where two are as frequent; 0 where no symbol has two stamps. */
  long usual() {
    long best = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> step : steps.entrySet()) {
      if (step.getValue() > most) {
        best = step.getKey();
        most = step.getValue();
      }
    }
    return best;
  }
}

package io.mirrorcore.local.demo;

import io.mirrorcore.market.Bar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What every share of the simulated market returned over each bar, until it has been asked for. */
final class Prices {

  private final ConcurrentNavigableMap<Long, Map<String, Double>> returns =
      new ConcurrentSkipListMap<>();
  private final Map<String, Double> last = new TreeMap<>();

  /** Takes in one close of all shares; from one thread. */
  void add(List<Bar> close) {
    Map<String, Double> moved = new TreeMap<>();
    for (Bar bar : close) {
      Double before = last.put(bar.symbol(), bar.close());
      moved.put(bar.symbol(), before == null ? 0 : bar.close() / before - 1);
    }
    returns.put(close.get(0).time(), moved);
  }

  /** Returns over the bar that ends then, by symbol; empty where no bar does. */
  Map<String, Double> returns(long time) {
    return returns.getOrDefault(time, Map.of());
  }

  /** Forgets what is older. */
  void forgetBefore(long time) {
    returns.headMap(time).clear();
  }
}

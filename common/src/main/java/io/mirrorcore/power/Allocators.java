package io.mirrorcore.power;

import io.mirrorcore.profile.TimeScale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everybody who is compared, by the name that a report shows, in its order. */
final class Allocators {

  static final String EQUAL = "1/N";
  static final String MARKET = AssumedMarket.MARKET;

  private Allocators() {}

  static Map<String, Allocator> of(AssumedMarket truth) {
    int k = truth.strategies();
    Calendar calendar =
        new Calendar(new TimeScale(truth.periodsPerYear(), daysPerPeriod(truth.periodsPerYear())));
    double[] equal = new double[k];
    Arrays.fill(equal, 1.0 / k);
    Map<String, Allocator> all = new LinkedHashMap<>();
    all.put(EQUAL, new FixedWeights(equal));
    all.put("oracle", Oracle.of(truth));
    all.put("guide", new GuideAllocator(k, truth.names().subList(0, k)));
    all.put("evidence", new EvidenceAllocator(truth.names(), truth.hasMarket() ? k : -1, calendar));
    if (truth.hasMarket()) {
      double[] hold = new double[k + 1];
      hold[k] = 1;
      all.put("overlay", new OverlayAllocator(k, k, calendar));
      all.put(MARKET, new FixedWeights(hold));
      all.put(MARKET + " at 10 %", new MarketAtTarget(k, calendar));
    }
    return all;
  }

  /** 1 where there are 200 and more periods a year, as of trading days; else the days between. */
  private static double daysPerPeriod(double periodsPerYear) {
    return periodsPerYear >= 200 && periodsPerYear <= 366 ? 1 : 365.25 / periodsPerYear;
  }
}

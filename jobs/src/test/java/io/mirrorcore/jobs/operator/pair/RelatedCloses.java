package io.mirrorcore.jobs.operator.pair;

import static io.mirrorcore.jobs.operator.Events.MINUTE;

import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.portfolio.PortfolioMember;
import io.mirrorcore.market.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Closes of eight symbols among which every strategy of a portfolio finds something: B, F, G and H
 * are A with spreads that revert, so that a symbol has several pairs at once; D does what C did a
 * minute before; E goes its own way and is absent now and then.
 */
public final class RelatedCloses {

  private static final List<String> LIKE_A = List.of("B", "F", "G", "H");

  private RelatedCloses() {}

  /** The bars of closes 1 to {@code count}, each in order of symbol. */
  public static List<List<Bar>> of(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Bar>> closes = new ArrayList<>();
    Map<String, Double> logs = new TreeMap<>(Map.of("A", 4.6, "C", 4.0, "D", 3.0, "E", 5.0));
    Map<String, Double> spreads = new TreeMap<>();
    for (int i = 1; i <= count; i++) {
      double leaderMove = random.nextDouble(-0.01, 0.01);
      logs.merge("D", 0.8 * lastMove(closes) + random.nextDouble(-0.002, 0.002), Double::sum);
      logs.merge("A", random.nextDouble(-0.01, 0.01), Double::sum);
      logs.merge("C", leaderMove, Double::sum);
      logs.merge("E", random.nextDouble(-0.01, 0.01), Double::sum);
      for (String symbol : LIKE_A) {
        double before = spreads.getOrDefault(symbol, 0.0);
        spreads.put(symbol, 0.6 * before + random.nextDouble(-0.004, 0.004));
        logs.put(symbol, logs.get("A") + spreads.get(symbol));
      }
      List<Bar> bars = new ArrayList<>();
      long time = i * MINUTE;
      logs.forEach((symbol, log) -> bars.add(bar(symbol, time, Math.exp(log))));
      bars.removeIf(bar -> bar.symbol().equals("E") && random.nextInt(10) == 0);
      closes.add(bars);
    }
    return closes;
  }

  /** ln of what C did at the newest close. */
  private static double lastMove(List<List<Bar>> closes) {
    int n = closes.size();
    return n < 2
        ? 0
        : Math.log(closes.get(n - 1).get(2).close() / closes.get(n - 2).get(2).close());
  }

  private static Bar bar(String symbol, long time, double close) {
    return new Bar(symbol, time, close, close, close, close, 1);
  }

  /** A bar on its way to a portfolio, of which the first of some strategies wants something. */
  public static PortfolioMember member(String portfolio, Bar bar, int strategies) {
    double[] positions = new double[strategies];
    positions[0] = new SplittableRandom(bar.time() / (7 * MINUTE)).nextInt(3) - 1.0;
    return new PortfolioMember(portfolio, new SymbolBar(bar, positions));
  }
}

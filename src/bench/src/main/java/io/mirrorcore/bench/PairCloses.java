package io.mirrorcore.bench;

import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.catalogue.Catalogue;
import io.mirrorcore.strategy.kit.AllShards;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What one close of 500 symbols costs the pair strategies, the mean and the worst of 250: an
 * average hides the close at which PAIRS_TRADING forms its pairs. All shards in one thread, as one
 * subtask has them; in processor time, which a neighbour on the machine does not lengthen.
 */
public final class PairCloses {

  private static final int SYMBOLS = 500;
  private static final int SHARDS = 8;
  private static final int WARM = 300;
  private static final int MEASURED = 250;
  private static final int GROUP = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PairCloses() {}

  /** Prints a Markdown table; takes some minutes. */
  public static void main(String[] arguments) {
    System.out.println("| strategy | mean ms | worst ms |");
    System.out.println("|---|---|---|");
    double[] pairs = row("PAIRS_TRADING", millis("PAIRS_TRADING", Map.of()));
    for (double every : new double[] {1, 5}) {
      String name = "CAUSALITY_DETECTOR, test-every %.0f".formatted(every);
      double[] leaders = millis("CAUSALITY_DETECTOR", Map.of("test-every", every));
      row("both", sum(pairs, row(name, leaders)));
    }
  }

  private static double[] row(String name, double[] millis) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f |%n",
        name,
        Arrays.stream(millis).average().orElseThrow(),
        Arrays.stream(millis).max().orElseThrow());
    return millis;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  /** Of each measured close; the same prices for every strategy. */
  private static double[] millis(String id, Map<String, Double> set) {
    PairStrategy strategy = (PairStrategy) Catalogue.find(id).orElseThrow();
    AllShards machine = new AllShards(strategy, Parameters.of(strategy, set), SHARDS);
    Prices prices = new Prices();
    for (int t = 0; t < WARM; t++) {
      machine.onBars(prices.next());
    }
    double[] millis = new double[MEASURED];
    for (int t = 0; t < MEASURED; t++) {
      List<Bar> bars = prices.next();
      long start = THREADS.getCurrentThreadCpuTime();
      machine.onBars(bars);
      millis[t] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    return millis;
  }

  /** A factor of all, one of each group of ten, and each symbol's own walk. */
  private static final class Prices {

    private final Random random = new Random(42);
    private final double[] logs = new double[SYMBOLS];
    private int t;

    List<Bar> next() {
      t++;
      double common = 0.001 * random.nextGaussian();
      double[] groups = random.doubles(SYMBOLS / GROUP, -0.0015, 0.0015).toArray();
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < SYMBOLS; i++) {
        logs[i] += common + groups[i / GROUP] + 0.001 * random.nextGaussian();
        double price = 100 * Math.exp(logs[i]);
        bars.add(new Bar("S" + (1000 + i), t * 60_000L, price, price, price, price, 1));
      }
      return bars;
    }
  }
}

package io.mirrorcore.bench;

import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a due time of the profiles costs: nineteen strategies, HOLD and cash over five years of
 * daily periods, the whole of {@link Ensemble#onBar} with estimate, solution, certificate and
 * record; and how large the state is. Exit code 1 where evidence takes more than 2 ms, or a state
 * more than a megabyte.
 */
public final class ProfileTable {

  private static final int STRATEGIES = 19;
  private static final int DAYS = 4 * 1260;
  private static final long DAY = 86_400_000;
  private static final double MOST_MS = 2;
  private static final int MOST_BYTES = 1 << 20;

  private ProfileTable() {}

  /** Prints a Markdown table. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("| profile | median, ms a due time | rebalances | state, bytes |");
    System.out.println("|---|---|---|---|");
    boolean well = row("evidence", EnsembleSettings.evidence(1, 252));
    well &= row("overlay", EnsembleSettings.overlay(1, 252));
    System.exit(well ? 0 : 1);
  }

  private static boolean row(String profile, EnsembleSettings settings) throws IOException {
    Ensemble ensemble = new Ensemble("main", settings);
    List<Double> millis = new ArrayList<>();
    for (PortfolioBar bar : bars()) {
      long begin = System.nanoTime();
      EnsembleStep step = ensemble.onBar(bar);
      double took = (System.nanoTime() - begin) / 1e6;
      // The window is full from here on, and the code compiled.
      if (step.weights() != null && bar.time() > DAYS / 2 * DAY) {
        millis.add(took);
      }
    }
    double median = millis.stream().sorted().toList().get(millis.size() / 2);
    int bytes = bytes(ensemble);
    System.out.printf("| %s | %.3f | %d | %,d |%n", profile, median, millis.size(), bytes);
    return median <= MOST_MS && bytes <= MOST_BYTES;
  }

  private static int bytes(Ensemble ensemble) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ensemble.save(new DataOutputStream(bytes));
    return bytes.size();
  }

  private static List<PortfolioBar> bars() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> ids =
        new ArrayList<>(IntStream.range(0, STRATEGIES).mapToObj(k -> "S" + k).toList());
    ids.add("HOLD");
    List<PortfolioBar> bars = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      double market = 0.01 * random.nextGaussian();
      double[] returns = new double[ids.size()];
      for (int k = 0; k < STRATEGIES; k++) {
        returns[k] = 0.3 * market + 0.005 * random.nextGaussian();
      }
      returns[STRATEGIES] = market;
      boolean[] deployed = new boolean[ids.size()];
      Arrays.fill(deployed, true);
      BarReturns earned = new BarReturns(returns, deployed, market);
      bars.add(new PortfolioBar.OfReturns("main", day * DAY, ids, earned));
    }
    return bars;
  }
}

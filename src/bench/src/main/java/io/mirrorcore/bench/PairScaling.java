package io.mirrorcore.bench;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * System benchmark of the whole topology with the two pair strategies on: the time per close of a
 * portfolio by the number of symbols, and the gain from a second subtask.
 *
 * <p>Every figure is the difference of two runs of different length, divided by the difference of
 * bars, so that the start of the cluster and the warm-up of the strategies drop out.
 */
public final class PairScaling {

  private static final int WARM = 200;
  private static final long MINUTE = 60_000;

  private PairScaling() {}

  /** Prints a Markdown table; takes some minutes. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("pair-scaling");
    System.out.println("| symbols | pairs | 1 subtask, ms a bar | 2 subtasks, ms a bar | gain |");
    System.out.println("|---|---|---|---|---|");
    for (int symbols : new int[] {10, 50, 200, 500}) {
      int bars = Math.max(300, 40_000 / symbols);
      double one = millisPerBar(directory, symbols, bars, 1);
      double two = millisPerBar(directory, symbols, bars, 2);
      System.out.printf(
          Locale.ROOT,
          "| %d | %,d | %.2f | %.2f | %.2f |%n",
          symbols,
          symbols * (symbols - 1) / 2,
          one,
          two,
          one / two);
    }
  }

  private static double millisPerBar(Path directory, int symbols, int bars, int parallelism)
      throws Exception {
    Path shorter = prices(directory, symbols, WARM);
    Path longer = prices(directory, symbols, WARM + bars);
    seconds(shorter, parallelism); // the virtual machine warms up
    double start = seconds(shorter, parallelism);
    return 1_000 * (seconds(longer, parallelism) - start) / bars;
  }

  private static double seconds(Path prices, int parallelism) throws Exception {
    JobPlan plan = JobPlan.of(settings(parallelism));
    long start = System.nanoTime();
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(plan.run()),
            plan,
            new FileInputs(plan, Map.of(RecordKind.BAR, prices)),
            new FileOutputs())) {
      job.await();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static Settings settings(int parallelism) {
    Map<String, String> values = new TreeMap<>();
    values.put("job.parallelism", Integer.toString(parallelism));
    for (Strategy strategy : Catalogue.strategies()) {
      values.put(
          "strategies." + strategy.id() + ".enabled",
          Boolean.toString(strategy instanceof PairStrategy));
    }
    for (String regime : new String[] {"trending", "ranging", "volatile", "mixed"}) {
      values.put("regimes." + regime + ".cap", "1");
    }
    return Settings.defaults().with(values);
  }

  private static Path prices(Path directory, int symbols, int bars) throws IOException {
    Path file = directory.resolve(symbols + "x" + bars + ".csv");
    Random random = new Random(42);
    double[] logs = new double[symbols];
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("symbol,time,open,high,low,close,volume\n");
      for (int t = 1; t <= bars; t++) {
        double common = 0.001 * random.nextGaussian();
        for (int i = 0; i < symbols; i++) {
          logs[i] += common + 0.001 * random.nextGaussian();
          double price = 100 * Math.exp(logs[i]);
          out.write("S" + (1000 + i) + "," + t * MINUTE);
          out.write("," + price + "," + price + "," + price + "," + price + ",1\n");
        }
      }
    }
    return file;
  }
}

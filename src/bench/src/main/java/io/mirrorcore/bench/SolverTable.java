package io.mirrorcore.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * All benchmarks of estimates and solver in one run, with the targets they have to reach. Targets
 * are ratios to a reference that runs beside each, because times on one machine say little. A
 * figure is the median of its iterations: a neighbour on the same processor can make one of them
 * ten times as long.
 */
public final class SolverTable {

  private static final String TYPICAL = "0.05";
  private static final String NONE = "";

  /** Of a dense interior point method, at the least; what is around them is not even counted. */
  private static final int FACTORISATIONS = 15;

  private final Map<String, Double> micros = new TreeMap<>();
  private boolean allReached = true;

  private SolverTable(Collection<RunResult> results) {
    for (RunResult result : results) {
      micros.put(
          key(
              result.getParams().getBenchmark().replaceAll("^.*\\.([^.]+\\.[^.]+)$", "$1"),
              first(result, "strategies", "size"),
              first(result, "eta")),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }

  /** Prints a Markdown table; exit code 1 where a line of it falls short. */
  public static void main(String[] arguments) throws RunnerException {
    SolverTable table =
        new SolverTable(
            new Runner(
                    new OptionsBuilder()
                        .include("(Solver|OjAlgo|Cholesky|Rebalance|Estimate)Benchmark")
                        .build())
                .run());
    table.print();
    System.exit(table.allReached ? 0 : 1);
  }

  private static String first(RunResult result, String... parameters) {
    for (String parameter : parameters) {
      if (result.getParams().getParamsKeys().contains(parameter)) {
        return result.getParams().getParam(parameter);
      }
    }
    return NONE;
  }

  private static String key(String benchmark, String size, String eta) {
    return benchmark + " " + size + " " + eta;
  }

  private double of(String benchmark, String size, String eta) {
    Double found = micros.get(key(benchmark, size, eta));
    if (found == null) {
      throw new IllegalStateException("no result of " + key(benchmark, size, eta) + ": " + micros);
    }
    return found;
  }

  private void print() {
    System.out.println();
    System.out.println("| what | us | reference, us | ratio | must be |");
    System.out.println("|---|---|---|---|---|");
    double ojAlgo = of("RebalanceBenchmark.ojAlgo", NONE, TYPICAL);
    ratio("n = 19 warm, beside ojAlgo", solve("warm", "19"), ojAlgo, 300);
    ratio("n = 19 cold, beside ojAlgo", solve("cold", "19"), ojAlgo, 50);
    double ofOjAlgo = factorisation("ojAlgo");
    double ofOurs = Math.min(factorisation("pivoted"), factorisation("growing"));
    double interiorPoint = FACTORISATIONS * Math.min(ofOjAlgo, ofOurs);
    ratio(
        "n = 500 cold, estimated sigma, beside 15 factorisations",
        solve("coldEstimated", "500"),
        interiorPoint,
        20);
    ratio(
        "n = 500 cold, sigma judged, beside 15 factorisations",
        solve("cold", "500"),
        interiorPoint,
        0);
    limit("re-estimation 60 x 19", of("RebalanceBenchmark.reestimate", NONE, TYPICAL), 60);
    limit("100 resamples of 60 x 19", of("RebalanceBenchmark.resample", NONE, TYPICAL), 10_000);
  }

  private double solve(String how, String strategies) {
    return of("SolverBenchmark." + how, strategies, TYPICAL);
  }

  private double factorisation(String whose) {
    return of("CholeskyBenchmark." + whose, "500", NONE);
  }

  private void ratio(String what, double ours, double reference, double least) {
    row(what, ours, text(reference), text(reference / ours), least > 0 ? ">= " + text(least) : "");
    allReached &= reference / ours >= least;
  }

  private void limit(String what, double ours, double most) {
    row(what, ours, "", "", "< " + text(most) + " us");
    allReached &= ours < most;
  }

  private static void row(String what, double ours, String reference, String ratio, String must) {
    System.out.printf("| %s | %s | %s | %s | %s |%n", what, text(ours), reference, ratio, must);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}

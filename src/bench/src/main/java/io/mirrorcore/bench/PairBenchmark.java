package io.mirrorcore.bench;

import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One close of a portfolio for a strategy on pairs: the work of one shard where there is one, and
 * where there are two. A shard of two should take half as long, but for what is done once a symbol.
 * Prices have a common factor and one of their group of ten, so that one pair in ten is closely
 * correlated and goes on to the regression; a bar is called a close here.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class PairBenchmark {

  private static final int CLOSES = 256;
  private static final int GROUP = 10;

  @Param({"PAIRS_TRADING", "CAUSALITY_DETECTOR"})
  private String strategy;

  @Param({"10", "50", "200", "500"})
  private int symbols;

  @Param({"1", "2"})
  private int shards;

  private List<List<Bar>> closes;
  private PairStrategy.Machine machine;
  private int next;

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(PairBenchmark.class.getName() + ".*").build()).run();
  }

  /** Half of the closes, more than either strategy's warm-up, come before the measurement. */
  @Setup
  public void prepare() {
    PairStrategy pairs = (PairStrategy) Catalogue.find(strategy).orElseThrow();
    machine = pairs.machine(Parameters.defaults(pairs), 0, shards);
    closes = closes(symbols);
    for (next = 0; next < CLOSES / 2; next++) {
      machine.onBars(closes.get(next));
    }
  }

  @Benchmark
  public List<PairReading> close() {
    next = (next + 1) % CLOSES;
    return machine.onBars(closes.get(next));
  }

  /** Prices that revert, so that going round shows as no jump. */
  private static List<List<Bar>> closes(int symbols) {
    Random random = new Random(42);
    double[] own = new double[symbols];
    double[] group = new double[symbols / GROUP];
    double common = 0;
    List<List<Bar>> closes = new ArrayList<>();
    for (int t = 0; t < CLOSES; t++) {
      common = 0.95 * common + 0.01 * random.nextGaussian();
      for (int g = 0; g < group.length; g++) {
        group[g] = 0.95 * group[g] + 0.01 * random.nextGaussian();
      }
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < symbols; i++) {
        own[i] = 0.95 * own[i] + 0.007 * random.nextGaussian();
        double price = 100 * Math.exp(common + group[i / GROUP] + own[i]);
        bars.add(new Bar("S" + (1000 + i), t, price, price, price, price, 1));
      }
      closes.add(bars);
    }
    return closes;
  }
}

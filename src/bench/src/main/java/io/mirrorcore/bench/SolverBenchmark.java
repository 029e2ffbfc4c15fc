package io.mirrorcore.bench;

import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
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

/**
 * One solve, cold and warm, with sigma judged and with sigma taken from an estimator. Checks and
 * certificate are part of the times. With eta 0.5 most weights are free, with 0.05 (the default's
 * size) some, with 0.0005 few. {@link SolverTable} runs it beside ojAlgo, so that one run gives all
 * ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SolverBenchmark {

  @Param({"19", "100", "500", "1000"})
  private int strategies;

  @Param({"0.5", "0.05", "0.0005"})
  private double eta;

  private SolverProblem given;

  @Setup
  public void prepare() {
    given = SolverProblem.of(strategies, eta);
  }

  @Benchmark
  public Solution cold() {
    return MeanVarianceSolver.solve(given.problem());
  }

  @Benchmark
  public Solution coldEstimated() {
    return MeanVarianceSolver.solveEstimated(given.problem());
  }

  @Benchmark
  public Solution warm() {
    return MeanVarianceSolver.solve(given.problem(), given.yesterday());
  }

  @Benchmark
  public Solution warmEstimated() {
    return MeanVarianceSolver.solveEstimated(given.problem(), given.yesterday());
  }
}

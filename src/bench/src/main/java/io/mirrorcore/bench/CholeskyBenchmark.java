package io.mirrorcore.bench;

import io.mirrorcore.matrix.GrowingCholesky;
import io.mirrorcore.matrix.PivotedCholesky;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;
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
 * One Cholesky factorisation of H, by ojAlgo, by commons-math and by our own code: what a dense
 * interior point method pays some fifteen times for a solve, and the yardstick of {@code
 * SolverBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 9, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class CholeskyBenchmark {

  private static final double NO_ASYMMETRY = 1e-15;

  @Param({"19", "100", "500"})
  private int size;

  private double[] h;
  private Array2DRowRealMatrix forCommonsMath;
  private R064Store forOjAlgo;
  private Cholesky<Double> ojAlgo;
  private PivotedCholesky pivoted;
  private GrowingCholesky growing;
  private double[] column;

  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(42);
    h = new double[size * size];
    for (int t = 0; t < 60; t++) {
      double[] row = random.doubles(size).toArray();
      for (int k = 0; k < h.length; k++) {
        h[k] += row[k / size] * row[k % size];
      }
    }
    forCommonsMath = new Array2DRowRealMatrix(size, size);
    forOjAlgo = R064Store.FACTORY.make(size, size);
    for (int k = 0; k < h.length; k++) {
      h[k] += k % (size + 1) == 0 ? 10 : 0;
      forCommonsMath.setEntry(k / size, k % size, h[k]);
      forOjAlgo.set(k / size, k % size, h[k]);
    }
    ojAlgo = Cholesky.R064.make(size, size);
    pivoted = new PivotedCholesky();
    pivoted.reserve(size);
    growing = new GrowingCholesky();
    growing.reserve(size);
    column = new double[size];
  }

  @Benchmark
  public boolean ojAlgo() {
    return ojAlgo.decompose(forOjAlgo);
  }

  @Benchmark
  public double commonsMath() {
    return new CholeskyDecomposition(forCommonsMath, NO_ASYMMETRY, 0).getDeterminant();
  }

  @Benchmark
  public int pivoted() {
    System.arraycopy(h, 0, pivoted.entries(), 0, h.length);
    pivoted.factor(size, 0);
    return pivoted.rank();
  }

  @Benchmark
  public int growing() {
    growing.clear();
    for (int i = 0; i < size; i++) {
      System.arraycopy(h, i * size, column, 0, i);
      growing.add(column, h[i * size + i], 0);
    }
    return growing.size();
  }
}

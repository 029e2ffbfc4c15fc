package io.mirrorcore.bench;

import io.mirrorcore.estimate.BayesSteinMean;
import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.estimate.SlidingLedoitWolf;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
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
 * Estimates of a window, anew and slid by one row, at the size of the catalogue and at a large one;
 * commons-math beside them, whose covariance is the sample's alone, without shrinkage. {@code
 * slideAndEstimate} slides and reads the covariance; {@code slide} is what every bar costs between
 * two rebalances, sums made anew now and then included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 9, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class EstimateBenchmark {

  /** Rows to slide over, round and round. */
  private static final int HISTORY = 1024;

  @Param({"60x19", "250x500"})
  private String size;

  private double[][] history;
  private double[][] window;
  private Covariance covariance;
  private SlidingLedoitWolf sliding;
  private int next;

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(EstimateBenchmark.class.getName() + ".*").build())
        .run();
  }

  @Setup
  public void prepare() {
    String[] parts = size.split("x", 2);
    int rows = Integer.parseInt(parts[0]);
    int strategies = Integer.parseInt(parts[1]);
    history = history(strategies);
    window = Arrays.copyOf(history, rows);
    covariance = LedoitWolf.of(window).plusIdentity(1e-5);
    sliding = SlidingLedoitWolf.of(window, rows);
    next = rows;
  }

  @Benchmark
  public Covariance ledoitWolf() {
    return LedoitWolf.of(window);
  }

  @Benchmark
  public SlidingLedoitWolf slide() {
    sliding.add(history[next++ % HISTORY]);
    return sliding;
  }

  @Benchmark
  public Covariance slideAndEstimate() {
    sliding.add(history[next++ % HISTORY]);
    return sliding.covariance();
  }

  @Benchmark
  public double conditionNumber() {
    return ConditionNumber.of(covariance);
  }

  @Benchmark
  public BayesSteinMean bayesStein() {
    return BayesSteinMean.of(window);
  }

  /** All that a rebalance estimates. */
  @Benchmark
  public double estimatesAndConditionNumber() {
    Estimates estimates = Estimates.of(window, EstimatorSettings.defaults());
    return estimates.mean()[0]
        + ConditionNumber.of(estimates.covariance().times(24).plusIdentity(1e-5));
  }

  @Benchmark
  public RealMatrix commonsMathCovariance() {
    return new org.apache.commons.math3.stat.correlation.Covariance(window, false)
        .getCovarianceMatrix();
  }

  @Benchmark
  public double[] commonsMathEigenvalues() {
    RealMatrix matrix = new Array2DRowRealMatrix(covariance.n(), covariance.n());
    for (int i = 0; i < covariance.n(); i++) {
      for (int j = 0; j < covariance.n(); j++) {
        matrix.setEntry(i, j, covariance.get(i, j));
      }
    }
    return new EigenDecomposition(matrix).getRealEigenvalues();
  }

  private static double[][] history(int strategies) {
    Random random = new Random(42);
    double[][] history = new double[HISTORY][strategies];
    for (double[] row : history) {
      double market = 0.006 * random.nextGaussian();
      for (int i = 0; i < strategies; i++) {
        row[i] = market + 0.01 * random.nextGaussian();
      }
    }
    return history;
  }
}

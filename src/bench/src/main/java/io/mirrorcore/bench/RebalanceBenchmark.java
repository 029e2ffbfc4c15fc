package io.mirrorcore.bench;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.EwmaMean;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.optimize.LeftOutContest;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Optimisation;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Benchmark of a rebalance of the nineteen strategies: the whole re-estimation from a window of
 * sixty bars, its parts, the hundred resamples behind the confidence, and ojAlgo in place of the
 * solver.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 9, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class RebalanceBenchmark {

  private static final int STRATEGIES = 19;
  private static final double GAMMA = 1e-5;
  private static final double EWMA_ALPHA = 0.1;

  @Param({"0.05", "0.0005"})
  private double eta;

  private SolverProblem given;
  private Covariance covariance;

  @Setup
  public void prepare() {
    given = SolverProblem.of(STRATEGIES, eta);
    covariance = LedoitWolf.of(given.returns()).plusIdentity(GAMMA);
  }

  /** Mean, covariance, condition number, weights and their certificate. */
  @Benchmark
  public Solution reestimate(Blackhole sink) {
    MeanVarianceProblem p = given.problem();
    double[] mean = EwmaMean.of(given.returns(), EWMA_ALPHA);
    Covariance sigma = LedoitWolf.of(given.returns()).plusIdentity(GAMMA);
    sink.consume(ConditionNumber.of(sigma));
    return MeanVarianceSolver.solveEstimated(
        new MeanVarianceProblem(
            new Moments(mean, sigma.matrix()),
            new Penalties(p.lambda(), p.eta(), p.previous()),
            new Box(p.lower(), p.upper())));
  }

  @Benchmark
  public Covariance ledoitWolf() {
    return LedoitWolf.of(given.returns());
  }

  @Benchmark
  public double conditionNumber() {
    return ConditionNumber.of(covariance);
  }

  /** A hundred samples of 80 % of the window, each estimated and solved. */
  @Benchmark
  public WeightConfidence resample() {
    MeanVarianceProblem p = given.problem();
    return WeightConfidence.of(
        new WeightConfidence.Window(
            given.returns(), p.upper(), new LeftOutContest.Rival(p.previous(), p.lambda(), 0)),
        new WeightConfidence.Sampling(100, 0.8, 5),
        (sample, last) ->
            MeanVarianceSolver.solveEstimated(
                new MeanVarianceProblem(
                    new Moments(
                        EwmaMean.of(sample, EWMA_ALPHA),
                        LedoitWolf.of(sample).plusIdentity(GAMMA).matrix()),
                    new Penalties(p.lambda(), p.eta(), p.previous()),
                    new Box(p.lower(), p.upper())),
                last),
        new SplittableRandom(7));
  }

  @Benchmark
  public Optimisation.Result ojAlgo() {
    return OjAlgoBenchmark.solve(given.problem());
  }
}

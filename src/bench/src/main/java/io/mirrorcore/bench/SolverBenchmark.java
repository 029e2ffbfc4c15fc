package io.mirrorcore.bench;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.EwmaMean;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.optimize.MeanVarianceProblem;
import io.mirrorcore.optimize.MeanVarianceSolver;
import io.mirrorcore.optimize.Solution;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One rebalance of nineteen strategies: estimate and solve, cold, warm, and with ojAlgo. Validation
 * and certificate are part of our times, building the model is part of ojAlgo's, as both are paid
 * at every rebalance. With eta 0.05 few bounds bind; with 0.0005 most do, and the cold start has to
 * find them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SolverBenchmark {

  private static final int STRATEGIES = 19;
  private static final int BARS = 60;

  @Param({"0.05", "0.0005"})
  private double eta;

  private double[][] returns;
  private MeanVarianceProblem problem;
  private Solution yesterday;

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(SolverBenchmark.class.getName() + ".*").build()).run();
  }

  /** Two windows one bar apart: the older one's solution warms the newer one's solve. */
  @Setup
  public void prepare() {
    double[][] history = history();
    returns = Arrays.copyOfRange(history, 1, BARS + 1);
    double[] equal = new double[STRATEGIES];
    Arrays.fill(equal, 1.0 / STRATEGIES);
    yesterday = MeanVarianceSolver.solve(problem(Arrays.copyOf(history, BARS), equal));
    problem = problem(returns, yesterday.weights());
  }

  @Benchmark
  public Covariance ledoitWolf() {
    return LedoitWolf.of(returns);
  }

  @Benchmark
  public Solution cold() {
    return MeanVarianceSolver.solve(problem);
  }

  @Benchmark
  public Solution warm() {
    return MeanVarianceSolver.solve(problem, yesterday);
  }

  @Benchmark
  public Optimisation.Result ojAlgo() {
    int n = problem.size();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int i = 0; i < n; i++) {
      model.newVariable("w" + i).lower(problem.lower()[i]).upper(problem.upper()[i]);
    }
    Expression budget = model.newExpression("budget").level(1);
    Expression objective = model.newExpression("objective").weight(1);
    for (int i = 0; i < n; i++) {
      budget.set(i, 1);
      objective.set(i, -problem.mu()[i] - 2 * eta * problem.previous()[i]);
      for (int j = 0; j < n; j++) {
        double half = 0.5 * problem.lambda() * problem.sigma()[i * n + j];
        objective.set(i, j, i == j ? half + eta : half);
      }
    }
    return model.minimise();
  }

  private MeanVarianceProblem problem(double[][] window, double[] previous) {
    Covariance sigma = LedoitWolf.of(window).plusIdentity(1e-5);
    double[] mu = EwmaMean.of(window, 0.1);
    return MeanVarianceProblem.withCap(mu, sigma.matrix(), 100, eta, 0.25, previous);
  }

  private static double[][] history() {
    Random random = new Random(42);
    double[][] history = new double[BARS + 1][STRATEGIES];
    for (double[] row : history) {
      double market = 0.006 * random.nextGaussian();
      for (int i = 0; i < STRATEGIES; i++) {
        row[i] = market + 0.01 * random.nextGaussian();
      }
    }
    return history;
  }
}

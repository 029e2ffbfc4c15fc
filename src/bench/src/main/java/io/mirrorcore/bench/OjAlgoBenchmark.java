package io.mirrorcore.bench;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
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

/**
 * The problems of {@link SolverBenchmark} given to ojAlgo, the other way to solve them in Java.
 * Building the model is part of the time, as it is paid at every rebalance. Single shots, since 500
 * strategies take it seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, batchSize = 1)
@Measurement(iterations = 5, batchSize = 1)
public class OjAlgoBenchmark {

  @Param({"100", "500"})
  private int strategies;

  @Param({"0.05", "0.0005"})
  private double eta;

  private MeanVarianceProblem problem;

  @Setup
  public void prepare() {
    problem = SolverProblem.of(strategies, eta).problem();
  }

  @Benchmark
  public Optimisation.Result ojAlgo() {
    return solve(problem);
  }

  static Optimisation.Result solve(MeanVarianceProblem problem) {
    int n = problem.size();
    double eta = problem.eta();
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
}

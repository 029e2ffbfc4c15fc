package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.Equal;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.util.List;

/**
 * What is held until an ensemble can begin: equal weights of the strategies that are active, or
 * cash alone, of which nothing has to be estimated. An objective like any other, with its
 * certificate.
 */
final class EqualStart implements Formulation {

  private static final double[] NOTHING = {0};

  private final WindowSolver ofStrategies;

  EqualStart(EnsembleSettings settings) {
    ofStrategies = new WindowSolver(settings.ofEqualWeights());
  }

  @Override
  public boolean slides(double[][] returns) {
    return false;
  }

  @Override
  public SolveOutcome attempt(SolveRequest task) {
    return task.ids().equals(List.of(Cash.ID)) ? cash(task) : ofStrategies.attempt(task);
  }

  private static SolveOutcome cash(SolveRequest task) {
    PortfolioProblem problem =
        new PortfolioProblem(
            new Equal(),
            new Moments(NOTHING, NOTHING),
            new Penalties(task.policy().lambda(), task.policy().eta(), new double[] {1}),
            new Box(task.lower(), task.upper()),
            List.of(),
            task.ids());
    Solution solution = Optimizer.solveEstimated(problem, Solution.coldStart());
    return solution.isUsable()
        ? new SolveOutcome.Optimum(NOTHING, new Covariance(NOTHING, 1, 0), 1, problem, solution)
        : SolveOutcome.Failure.of(solution);
  }

  /** They are what they are. */
  @Override
  public WeightConfidence confidence(SolveRequest task) {
    return WeightConfidence.certain(task.upper());
  }
}

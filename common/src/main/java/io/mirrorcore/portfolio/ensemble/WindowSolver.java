package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.optimize.Equal;
import io.mirrorcore.optimize.LeftOutContest;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * From a window of returns to weights: mean and covariance per period, both brought to daily units,
 * gamma on the diagonal, cash beside them where there is some, the problem of the objective and the
 * regime, its solution, and the confidence in it. Pure functions of their arguments: the solver
 * starts cold every time, so that a run restored from a savepoint goes the same way as an
 * undisturbed one.
 */
final class WindowSolver implements Formulation {

  private final EnsembleSettings settings;
  private final Solver solver;

  /** Finds the weights of a problem, starting from those of a similar one. */
  @FunctionalInterface
  interface Solver {
    Solution solve(PortfolioProblem problem, Solution warmStart);
  }

  WindowSolver(EnsembleSettings settings) {
    this(settings, Optimizer::solveEstimated);
  }

  WindowSolver(EnsembleSettings settings, Solver solver) {
    this.settings = settings;
    this.solver = solver;
  }

  /** Whether the slid covariance of these rows is there and is the one that is asked for. */
  @Override
  public boolean slides(double[][] returns) {
    return settings.window().estimators().covariance().slides()
        && SolveOutcome.isPossibleFor(returns);
  }

  @Override
  public SolveOutcome attempt(SolveRequest task) {
    if (!SolveOutcome.isPossibleFor(task.returns())) {
      return SolveOutcome.Failure.tooLarge();
    }
    return attempt(
        task,
        task.covariance() == null
            ? Estimates.of(task.returns(), settings.window().estimators())
            : Estimates.of(task.returns(), task.covariance(), settings.window().estimators()));
  }

  /** The optimum by estimates that are known already. */
  SolveOutcome attempt(SolveRequest task, Estimates given) {
    Estimates estimates = believed(given, task.returns().length);
    Covariance ofStrategies = daily(estimates.covariance());
    PortfolioProblem problem = problem(task, estimates, ofStrategies, task.returns());
    Solution solution = solver.solve(problem, Solution.coldStart());
    if (!solution.isUsable()) {
      return SolveOutcome.Failure.of(solution);
    }
    return new SolveOutcome.Optimum(
        withCash(estimates.mean(), cashReturn()),
        new Covariance(problem.moments().sigma(), problem.size(), ofStrategies.shrinkage()),
        Math.min(Double.MAX_VALUE, ConditionNumber.of(ofStrategies)),
        problem,
        solution);
  }

  /** Means as far as their evidence goes; of a day and more as they are, unless told otherwise. */
  private Estimates believed(Estimates estimates, int rows) {
    double share =
        settings
            .time()
            .believed(
                settings
                    .window()
                    .estimators()
                    .mean()
                    .effectiveRows(rows, settings.window().estimators()));
    return share == 1 ? estimates : estimates.withMeansTimes(share);
  }

  private Covariance daily(Covariance perPeriod) {
    return perPeriod
        .times(settings.time().periods().perDay())
        .plusIdentity(settings.window().gamma());
  }

  private PortfolioProblem problem(
      SolveRequest task, Estimates estimates, Covariance ofStrategies, double[][] returns) {
    double[] mu = withCash(estimates.mean(), cashReturn());
    for (int i = 0; i < mu.length; i++) {
      mu[i] *= settings.time().periods().perDay();
    }
    return new PortfolioProblem(
        settings.allocation().objective().posed(task.ids(), returns, riskFreePerDay()),
        new Moments(mu, withCash(ofStrategies)),
        new Penalties(task.policy().lambda(), task.policy().eta(), inForce(task)),
        new Box(task.lower(), task.upper()),
        task.groups(),
        task.ids());
  }

  private double riskFreePerDay() {
    return settings.allocation().objective().riskFree()
        / settings.time().periods().perYear()
        * settings.time().periods().perDay();
  }

  private double cashReturn() {
    return settings.allocation().cash().rate() / settings.time().periods().perYear();
  }

  private double[] withCash(double[] ofStrategies, double ofCash) {
    int n = ofStrategies.length;
    double[] all = Arrays.copyOf(ofStrategies, settings.allocation().cash().enabled() ? n + 1 : n);
    if (settings.allocation().cash().enabled()) {
      all[n] = ofCash;
    }
    return all;
  }

  /** Cash varies with nothing, itself included. */
  private double[] withCash(Covariance ofStrategies) {
    int n = ofStrategies.n();
    if (!settings.allocation().cash().enabled()) {
      return ofStrategies.matrix();
    }
    double[] all = new double[(n + 1) * (n + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(ofStrategies.matrix(), i * n, all, i * (n + 1), n);
    }
    return all;
  }

  /** Equal weights where there are none yet. */
  private static double[] inForce(SolveRequest task) {
    if (task.inForce().length > 0) {
      return task.inForce();
    }
    double[] weights = new double[task.ids().size()];
    Arrays.fill(weights, 1.0 / weights.length);
    return weights;
  }

  /**
   * How firmly the window determines the weights: each sample is estimated and solved as the window
   * itself.
   */
  @Override
  public WeightConfidence confidence(SolveRequest task) {
    return WeightConfidence.of(
        new WeightConfidence.Window(task.returns(), task.upper(), rival(task)),
        settings.resampling().sampling(),
        (sample, last) -> {
          Estimates estimates =
              believed(Estimates.of(sample, settings.window().estimators()), sample.length);
          return solver.solve(
              problem(task, estimates, daily(estimates.covariance()), sample), last);
        },
        new SplittableRandom(task.seed()));
  }

  /** Equal weights are what they are, whatever the returns say of them. */
  private LeftOutContest.Rival rival(SolveRequest task) {
    if (settings.allocation().objective().objective() instanceof Equal) {
      return LeftOutContest.Rival.none();
    }
    return new LeftOutContest.Rival(inForce(task), task.policy().lambda(), cashReturn());
  }
}

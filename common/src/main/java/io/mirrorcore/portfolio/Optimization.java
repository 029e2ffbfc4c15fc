package io.mirrorcore.portfolio;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.EwmaMean;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.optimize.MeanVarianceProblem;
import io.mirrorcore.optimize.MeanVarianceSolver;
import io.mirrorcore.optimize.Solution;
import io.mirrorcore.optimize.Status;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.regime.RegimePolicy;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * From a window of returns to weights: mean and covariance per bar, both brought to daily units,
 * gamma on the diagonal, the quadratic programme of the regime, its solution, and the confidence in
 * it. A pure function of its arguments: the solver starts cold every time, so that a run restored
 * from a savepoint goes the same way as an undisturbed one.
 */
final class Optimization {

  /** Beyond this, fourth powers overflow; no return of a market comes near. */
  private static final double LARGEST_RETURN = 1e25;

  private final EnsembleSettings settings;
  private final Solver solver;

  /** Finds the weights of a problem. */
  @FunctionalInterface
  interface Solver {
    Solution solve(MeanVarianceProblem problem);
  }

  Optimization(EnsembleSettings settings) {
    this(settings, MeanVarianceSolver::solve);
  }

  Optimization(EnsembleSettings settings, Solver solver) {
    this.settings = settings;
    this.solver = solver;
  }

  /**
   * @param returns T x n, oldest first, of the active strategies
   * @param inForce their n weights now; empty where there are none yet: the penalty is then
   *     measured from 1/n
   * @param policy of the regime in force
   * @param seed of the bootstrap
   */
  Attempt attempt(double[][] returns, double[] inForce, RegimePolicy policy, long seed) {
    if (!isUsable(returns)) {
      return new Attempt.Failure(
          Status.INVALID_INPUT + ": a return beyond " + LARGEST_RETURN + " leaves no covariance",
          Double.MAX_VALUE);
    }
    int n = returns[0].length;
    double[] mean = EwmaMean.of(returns, settings.ewmaAlpha());
    Covariance covariance =
        LedoitWolf.of(returns).times(settings.barsPerDay()).plusIdentity(settings.gamma());
    double cap = WeightBounds.feasible(policy.cap(), n);
    MeanVarianceProblem problem =
        MeanVarianceProblem.withCap(
            daily(mean),
            covariance.matrix(),
            policy.lambda(),
            policy.eta(),
            cap,
            inForce.length == 0 ? equal(n) : inForce);
    Solution solution = solver.solve(problem);
    if (solution.status() != Status.OPTIMAL) {
      return failure(solution);
    }
    return new Attempt.Optimum(
        mean,
        covariance,
        Math.min(Double.MAX_VALUE, ConditionNumber.of(covariance)),
        cap,
        problem,
        solution,
        confidence(returns, problem, seed));
  }

  private static boolean isUsable(double[][] returns) {
    for (double[] row : returns) {
      for (double value : row) {
        if (!(Math.abs(value) <= LARGEST_RETURN)) {
          return false;
        }
      }
    }
    return true;
  }

  private double[] daily(double[] perBar) {
    double[] daily = perBar.clone();
    for (int i = 0; i < daily.length; i++) {
      daily[i] *= settings.barsPerDay();
    }
    return daily;
  }

  private static double[] equal(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  private static Attempt.Failure failure(Solution solution) {
    double residual = solution.kktResidual();
    return new Attempt.Failure(
        solution.status() + ": " + solution.detail(),
        Double.isFinite(residual) ? residual : Double.MAX_VALUE);
  }

  private WeightConfidence confidence(double[][] returns, MeanVarianceProblem problem, long seed) {
    ResamplingSettings resampling = settings.resampling();
    return WeightConfidence.of(
        returns,
        new WeightConfidence.Settings(
            resampling.samples(),
            resampling.fraction(),
            resampling.meanBlock(),
            settings.ewmaAlpha(),
            settings.barsPerDay(),
            settings.gamma(),
            problem.lambda(),
            problem.eta(),
            problem.upper(),
            problem.previous()),
        new SplittableRandom(seed));
  }
}

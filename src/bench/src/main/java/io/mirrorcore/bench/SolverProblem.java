package io.mirrorcore.bench;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.EwmaMean;
import io.mirrorcore.estimate.LedoitWolf;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
import java.util.Arrays;
import java.util.Random;

/**
 * The problem of the solver benchmarks: two windows of sixty bars, one bar apart, of strategies
 * that share a market. The older one's solution is the newer one's previous weights and warm start.
 *
 * @param returns 60 x n, the newer window
 * @param problem of the newer window: lambda 100, cap 0.25, gamma 1e-5
 * @param yesterday solution of the older window
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record SolverProblem(double[][] returns, MeanVarianceProblem problem, Solution yesterday) {

  static final int BARS = 60;

  static SolverProblem of(int strategies, double eta) {
    double[][] history = history(strategies);
    double[][] returns = Arrays.copyOfRange(history, 1, BARS + 1);
    double[] equal = new double[strategies];
    Arrays.fill(equal, 1.0 / strategies);
    Solution yesterday =
        MeanVarianceSolver.solve(problem(Arrays.copyOf(history, BARS), eta, equal));
    return new SolverProblem(returns, problem(returns, eta, yesterday.weights()), yesterday);
  }

  static MeanVarianceProblem problem(double[][] window, double eta, double[] previous) {
    Covariance sigma = LedoitWolf.of(window).plusIdentity(1e-5);
    double[] mu = EwmaMean.of(window, 0.1);
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma.matrix()), new Penalties(100, eta, previous), 0.25);
  }

  private static double[][] history(int strategies) {
    Random random = new Random(42);
    double[][] history = new double[BARS + 1][strategies];
    for (double[] row : history) {
      double market = 0.006 * random.nextGaussian();
      for (int i = 0; i < strategies; i++) {
        row[i] = market + 0.01 * random.nextGaussian();
      }
    }
    return history;
  }
}

package io.mirrorcore.power;

import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.optimize.MeanVariance;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The guide's walk-forward: an EWMA mean and a Ledoit-Wolf covariance of the last 90 periods, every
 * 30 the weights that are best by them, with the regime MIXED throughout: lambda 125, eta 0.065,
 * cap 0.25.
 *
 * @param k strategies
 */
record GuideAllocator(int k, List<String> names) implements Allocator {

  private static final int WINDOW = 90;
  private static final int HELD = 30;
  private static final double LAMBDA = 125;
  private static final double ETA = 0.065;
  private static final double CAP = 0.25;
  private static final double REGULARISATION = 1e-5;

  @Override
  public Run start() {
    return new Walk();
  }

  private final class Walk implements Run {

    private final Deque<double[]> window = new ArrayDeque<>(WINDOW);
    private double[] weights = new double[k];
    private int held;

    Walk() {
      Arrays.fill(weights, 1.0 / k);
    }

    @Override
    public double step(double[] row) {
      double earned = 0;
      for (int i = 0; i < k; i++) {
        earned += weights[i] * row[i];
      }
      if (window.size() == WINDOW) {
        window.removeFirst();
      }
      window.addLast(row);
      if (window.size() == WINDOW && held++ % HELD == 0) {
        weights = solved();
      }
      return earned;
    }

    private double[] solved() {
      double[][] rows = window.stream().map(row -> Arrays.copyOf(row, k)).toArray(double[][]::new);
      Estimates estimates = Estimates.of(rows, EstimatorSettings.defaults());
      double[] sigma = estimates.covariance().matrix().clone();
      for (int i = 0; i < k; i++) {
        sigma[i * k + i] += REGULARISATION;
      }
      Solution solution =
          Optimizer.solveEstimated(
              new PortfolioProblem(
                  new MeanVariance(),
                  new Moments(estimates.mean(), sigma),
                  new Penalties(LAMBDA, ETA, weights),
                  Box.upTo(Math.max(CAP, 1.0 / k), k),
                  List.of(),
                  names),
              Solution.coldStart());
      return solution.isUsable() ? solution.weights() : weights;
    }
  }
}

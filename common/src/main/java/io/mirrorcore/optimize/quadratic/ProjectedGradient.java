package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;

/**
 * The opening: a few steps of the projected gradient method guess which bounds bind, each at the
 * price of sigma times a vector, so that the free block is factored for nearly the right strategies
 * and never for all of them. Steps have the length of Barzilai &amp; Borwein (1988), in the metric
 * of the curvatures, and end at the best point of the way to the projection (Birgin, Martinez &amp;
 * Raydan 2000, algorithm SPG2):
 *
 * <pre>
 *   D = diag(H),  g the gradient at w,  t = 1 at first
 *   z = argmin { ||z - w - t inv(D) g||_D :  sum z = 1,  lower &lt;= z &lt;= upper }
 *   d = z - w,   w += min(1, g'd / d'Hd) d,   t = d'Dd / d'Hd
 * </pre>
 *
 * It is a guess and needs no convergence: the bounds that hold z settle long before z does, and
 * {@link PrimalDualSwaps} corrects those that are wrong. From the last solution one step says
 * whether its bounds still bind.
 */
final class ProjectedGradient {

  /** Most problems settle after three to seven. */
  private static final int MAX_STEPS = 12;

  /** Less curvature than this, relative to the largest, counts as this much: steps stay finite. */
  private static final double LEAST_CURVATURE = 1e-6;

  /** Weights off a bound by less are so by rounding; else a solution would not be its own start. */
  private static final double ON_BOUND = 1e-12;

  private final Iterate at;
  private final int n;
  private final double[] metric;
  private final double[] inverseMetric;
  private final double[] projected;
  private final double[] step;
  private final double[] hessianStep;
  private final BudgetProjection projection;

  ProjectedGradient(Iterate at) {
    this.at = at;
    n = at.n;
    metric = new double[n];
    inverseMetric = new double[n];
    projected = new double[n];
    step = new double[n];
    hessianStep = new double[n];
    projection = new BudgetProjection(at.problem, inverseMetric);
  }

  /**
   * Leaves the guess in the sides of the iterate; where there is no curvature at all they stay as
   * they were.
   *
   * @param start n weights, brought into the box before use
   */
  void run(double[] start) {
    if (!fillMetric()) {
      return;
    }
    System.arraycopy(start, 0, at.weights, 0, n);
    projection.apply(at.weights);
    at.evaluate();
    double length = 1;
    boolean settled = false;
    for (int round = 0; round < MAX_STEPS && !settled; round++) {
      for (int i = 0; i < n; i++) {
        projected[i] = at.weights[i] + length * at.gradient[i] * inverseMetric[i];
      }
      projection.apply(projected);
      settled = !takeSides();
      length = settled ? length : advance();
    }
  }

  private boolean fillMetric() {
    MeanVarianceProblem p = at.problem;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      metric[i] = p.lambda() * p.sigma()[i * n + i] + 2 * p.eta(i);
      largest = Math.max(largest, metric[i]);
    }
    for (int i = 0; i < n; i++) {
      metric[i] = Math.max(metric[i], LEAST_CURVATURE * largest);
      inverseMetric[i] = 1 / metric[i];
    }
    return largest > 0;
  }

  /** Holds the weights that the projection put on a bound; false when these were held already. */
  private boolean takeSides() {
    boolean changed = false;
    for (int i = 0; i < n; i++) {
      byte before = at.side[i];
      boolean lower = projected[i] - at.problem.lower()[i] <= ON_BOUND;
      boolean upper = at.problem.upper()[i] - projected[i] <= ON_BOUND;
      at.set(i, lower ? Iterate.LOWER : upper ? Iterate.UPPER : Iterate.FREE);
      changed |= at.side[i] != before;
    }
    return changed;
  }

  /** Goes towards the projection, keeps the gradient in step, and returns the next length. */
  private double advance() {
    for (int i = 0; i < n; i++) {
      step[i] = projected[i] - at.weights[i];
    }
    multiplyByHessian();
    double slope = 0;
    double size = 0;
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      slope += at.gradient[i] * step[i];
      size += metric[i] * step[i] * step[i];
      curvature += hessianStep[i] * step[i];
    }
    double share = slope < curvature ? slope / curvature : 1;
    for (int i = 0; i < n; i++) {
      at.weights[i] += share * step[i];
      at.gradient[i] -= share * hessianStep[i];
    }
    return curvature > 0 ? size / curvature : 1;
  }

  /** {@code hessianStep = H step} */
  private void multiplyByHessian() {
    Arrays.fill(hessianStep, 0);
    for (int j = 0; j < n; j++) {
      if (step[j] != 0) {
        addColumn(j * n, at.problem.lambda() * step[j]);
        hessianStep[j] += 2 * at.problem.eta(j) * step[j];
      }
    }
  }

  private void addColumn(int column, double factor) {
    double[] sigma = at.problem.sigma();
    for (int i = 0; i < n; i++) {
      hessianStep[i] += factor * sigma[column + i];
    }
  }
}

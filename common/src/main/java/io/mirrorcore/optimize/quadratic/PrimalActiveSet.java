package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.stream.IntStream;

/**
 * The safe phase: the primal active-set method (Nocedal &amp; Wright 2006, algorithm 16.3), always
 * feasible, the objective never falling. Starts from the greedy vertex, so that at most one
 * direction of zero curvature appears at a time; a ratio test stops each step at the first bound,
 * and every weight on a bound is held, so that only rounding can produce a step of length zero.
 * After one, Bland's rule (smallest index first) rules out a cycle.
 */
final class PrimalActiveSet {

  private final Iterate at;
  private final NewtonStep block;
  private final double[] step;
  private boolean stationary;
  private boolean blandsRule;

  PrimalActiveSet(Iterate at, NewtonStep block) {
    this.at = at;
    this.block = block;
    step = new double[at.n];
  }

  void run() {
    startAtGreedyVertex();
    int limit = 100 + 30 * at.n;
    for (int round = 0; round < limit; round++) {
      at.collectFree();
      at.evaluate();
      if (at.freeCount > 0 && !stationary) {
        advance();
      } else if (release()) {
        stationary = false;
      } else {
        return;
      }
    }
  }

  /** As much as allowed to the strategies with the largest linear gain, the rest of them none. */
  private void startAtGreedyVertex() {
    MeanVarianceProblem p = at.problem;
    double left = 1;
    for (int i = 0; i < at.n; i++) {
      at.weights[i] = p.lower()[i];
      at.set(i, Iterate.LOWER);
      left -= p.lower()[i];
    }
    for (int i : byLinearGain()) {
      double range = p.upper()[i] - p.lower()[i];
      if (left >= range) {
        at.weights[i] = p.upper()[i];
        at.set(i, at.canMove(i) ? Iterate.UPPER : Iterate.LOWER);
        left -= range;
      } else if (left > 0) {
        at.weights[i] = p.lower()[i] + left;
        at.set(i, Iterate.FREE);
        left = 0;
      }
    }
  }

  private int[] byLinearGain() {
    MeanVarianceProblem p = at.problem;
    double[] gain = new double[at.n];
    for (int i = 0; i < at.n; i++) {
      gain[i] = p.mu()[i] + 2 * p.eta(i) * p.previous()[i];
    }
    return IntStream.range(0, at.n)
        .boxed()
        .sorted((i, j) -> Double.compare(gain[j], gain[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** To the best point of the free weights, or to the first bound on the way. */
  private void advance() {
    block.factor(at.free, at.freeCount);
    boolean newton = block.step(at.gradient, at.tolerance(), step);
    double wanted = newton ? 1 : lengthOfRay();
    double allowed = wanted;
    int blocking = -1;
    for (int k = 0; k < at.freeCount; k++) {
      double length = lengthToBound(k);
      if (length < allowed) {
        allowed = length;
        blocking = k;
      }
    }
    if (allowed < Double.POSITIVE_INFINITY) {
      at.move(step, allowed);
    }
    stationary = newton && blocking < 0;
    blandsRule = allowed == 0;
    holdAtBounds(blocking);
  }

  /** Curvature that was rounding to the factor may still place the top of the ray. */
  private double lengthOfRay() {
    double slope = 0;
    for (int k = 0; k < at.freeCount; k++) {
      slope += at.gradient[at.free[k]] * step[k];
    }
    double curvature = block.curvature(step);
    return curvature > 0 ? slope / curvature : Double.POSITIVE_INFINITY;
  }

  private double lengthToBound(int k) {
    int i = at.free[k];
    if (step[k] == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double bound = step[k] < 0 ? at.problem.lower()[i] : at.problem.upper()[i];
    return Math.max(0, (bound - at.weights[i]) / step[k]);
  }

  private void holdAtBounds(int blocking) {
    at.clampIntoBox();
    for (int k = 0; k < at.freeCount; k++) {
      int i = at.free[k];
      double lower = at.problem.lower()[i];
      double upper = at.problem.upper()[i];
      if (k == blocking) {
        at.weights[i] = step[k] < 0 ? lower : upper;
      }
      if (at.weights[i] == lower) {
        at.set(i, Iterate.LOWER);
      } else if (at.weights[i] == upper) {
        at.set(i, Iterate.UPPER);
      }
    }
  }

  /** Frees the weight that gains most from it; false when none does, that is at the optimum. */
  private boolean release() {
    return at.freeCount > 0 ? releaseOne() : releasePair();
  }

  private boolean releaseOne() {
    double multiplier = at.multiplier();
    double best = at.tolerance();
    int chosen = -1;
    for (int i = 0; i < at.n; i++) {
      double gain = at.gainFromRelease(i, multiplier);
      if (gain > best) {
        best = blandsRule ? Double.POSITIVE_INFINITY : gain;
        chosen = i;
      }
    }
    if (chosen >= 0) {
      at.set(chosen, Iterate.FREE);
    }
    return chosen >= 0;
  }

  /** With every weight on a bound, one must fall by as much as another rises. */
  private boolean releasePair() {
    int rising = -1;
    int falling = -1;
    for (int i = 0; i < at.n; i++) {
      if (!at.canMove(i)) {
        continue;
      }
      if (at.side[i] == Iterate.LOWER) {
        rising = rising < 0 || at.gradient[i] > at.gradient[rising] ? i : rising;
      } else {
        falling = falling < 0 || at.gradient[i] < at.gradient[falling] ? i : falling;
      }
    }
    if (rising < 0
        || falling < 0
        || !(at.gradient[rising] - at.gradient[falling] > at.tolerance())) {
      return false;
    }
    at.set(rising, Iterate.FREE);
    at.set(falling, Iterate.FREE);
    return true;
  }
}

package io.mirrorcore.optimize.quadratic;

/**
 * The fast phase: guess which bounds bind, solve for the rest, swap every violator at once, repeat
 * (the primal-dual active set method, Hintermueller, Ito &amp; Kunisch 2003). From {@link
 * ProjectedGradient}'s guess it usually ends after one or two factorisations. It may also cycle:
 * from all free, on seven in ten problems whose caps are tight, from the guess on hardly any. So it
 * stops after {@value #MAX_ROUNDS} rounds and leaves the rest, vertices among it, to {@link
 * PrimalActiveSet}, which cannot fail that way.
 */
final class PrimalDualSwaps {

  static final int MAX_ROUNDS = 12;

  private final Iterate at;
  private final NewtonStep block;
  private final double[] step;

  PrimalDualSwaps(Iterate at, NewtonStep block) {
    this.at = at;
    this.block = block;
    step = new double[at.n];
  }

  /** Starts from the sides of the iterate; true when it ends optimal. */
  boolean run() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      at.collectFree();
      if (at.freeCount == 0) {
        return false;
      }
      block.factor(at.free, at.freeCount);
      if (!block.isDefinite()) {
        return false;
      }
      at.placeAtCentre();
      at.evaluate();
      block.step(at.gradient, 0, step);
      at.move(step, 1);
      at.evaluate();
      if (!swapViolators()) {
        return true;
      }
    }
    return false;
  }

  private boolean swapViolators() {
    double multiplier = at.multiplier();
    double tolerance = at.tolerance();
    boolean swapped = false;
    for (int i = 0; i < at.n; i++) {
      if (at.side[i] != Iterate.FREE) {
        if (at.gainFromRelease(i, multiplier) > tolerance) {
          at.set(i, Iterate.FREE);
          swapped = true;
        }
      } else if (at.weights[i] < at.problem.lower()[i]) {
        at.set(i, Iterate.LOWER);
        swapped = true;
      } else if (at.weights[i] > at.problem.upper()[i]) {
        at.set(i, Iterate.UPPER);
        swapped = true;
      }
    }
    return swapped;
  }
}

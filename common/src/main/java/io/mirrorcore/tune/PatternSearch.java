package io.mirrorcore.tune;

import java.util.function.ToDoubleFunction;

/**
 * Climbs a function of a few variables within a box, without derivatives and without chance: tries
 * a step up and down each axis, goes where it is highest, and halves the step where nowhere is
 * higher (Hooke and Jeeves 1961, without the pattern move). Finds the top of the hill it starts on.
 */
final class PatternSearch {

  private final double[] lower;
  private final double[] upper;
  private final double firstStep;
  private final double lastStep;

  /**
   * @param lower least values
   * @param upper greatest values, none below its least
   * @param firstStep along every axis
   * @param lastStep the search ends when a step is shorter, above 0
   */
  PatternSearch(double[] lower, double[] upper, double firstStep, double lastStep) {
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.firstStep = firstStep;
    this.lastStep = lastStep;
  }

  /** The place it ends at. */
  double[] climb(double[] start, ToDoubleFunction<double[]> height) {
    double[] here = start.clone();
    double heightHere = height.applyAsDouble(here);
    for (double step = firstStep; step >= lastStep; ) {
      double[] best = null;
      double bestHeight = heightHere;
      for (int move = 0; move < 2 * here.length; move++) {
        double[] there = moved(here, move / 2, move % 2 == 0 ? step : -step);
        double heightThere = height.applyAsDouble(there);
        if (heightThere > bestHeight) {
          best = there;
          bestHeight = heightThere;
        }
      }
      if (best == null) {
        step /= 2;
      } else {
        here = best;
        heightHere = bestHeight;
      }
    }
    return here;
  }

  private double[] moved(double[] from, int axis, double by) {
    double[] to = from.clone();
    to[axis] = Math.max(lower[axis], Math.min(upper[axis], from[axis] + by));
    return to;
  }
}

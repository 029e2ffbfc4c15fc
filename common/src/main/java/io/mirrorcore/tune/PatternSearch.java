package io.mirrorcore.tune;

import java.util.function.ToDoubleFunction;

/**
 * Pattern search (Hooke and Jeeves 1961): maximises a function of a few variables within a box,
 * without derivatives and without random numbers. It steps along each axis in turn wherever that is
 * higher, then leaps on in the direction in which the steps have led (which follows a ridge that is
 * oblique to the axes), and halves the step where no direction is higher. It finds a local maximum.
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
    Spot here = new Spot(start, height.applyAsDouble(start));
    for (double step = firstStep; step >= lastStep; ) {
      Spot there = around(here, step, height);
      if (there.height() > here.height()) {
        here = leap(here, there, step, height);
      } else {
        step /= 2;
      }
    }
    return here.place();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Spot(double[] place, double height) {}

  /** As far as leaping on in the direction from one to the other leads higher. */
  private Spot leap(Spot from, Spot to, double step, ToDoubleFunction<double[]> height) {
    Spot last = from;
    Spot here = to;
    while (true) {
      double[] place = here.place().clone();
      for (int d = 0; d < place.length; d++) {
        place[d] = within(d, 2 * place[d] - last.place()[d]);
      }
      Spot next = around(new Spot(place, height.applyAsDouble(place)), step, height);
      if (!(next.height() > here.height())) {
        return here;
      }
      last = here;
      here = next;
    }
  }

  /** The first step up along each axis, one after another. */
  private Spot around(Spot start, double step, ToDoubleFunction<double[]> height) {
    Spot here = start;
    for (int d = 0; d < lower.length; d++) {
      Spot up = moved(here, d, step, height);
      Spot higher = up.height() > here.height() ? up : moved(here, d, -step, height);
      here = higher.height() > here.height() ? higher : here;
    }
    return here;
  }

  private Spot moved(Spot from, int axis, double by, ToDoubleFunction<double[]> height) {
    double[] to = from.place().clone();
    to[axis] = within(axis, to[axis] + by);
    return new Spot(to, height.applyAsDouble(to));
  }

  private double within(int axis, double value) {
    return Math.max(lower[axis], Math.min(upper[axis], value));
  }
}

package io.mirrorcore.quality;

import java.util.Optional;

/**
 * Tells a split or a jump from a usual return, by the mean size of the returns before it (weights
 * 0.97 to the power of age) times the root of the time that it took.
 */
final class ReturnSize {

  private static final double KEEP = 0.97;
  private static final int SEEN = 30;
  private static final double JUMP = 20;
  private static final double SPLIT = 6;

  /** A tick of a flat price is no jump. */
  private static final double LEAST_JUMP = 0.01;

  /** Ratios at which shares are split or put together. */
  private static final double[] RATIOS = {
    1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100
  };

  /** By how much a price may move on the day of a split. */
  private static final double NEAR = 0.05;

  private final Optional<Double> notional;
  private double usual = 0.02;
  private int seen;
  private long shortest = Long.MAX_VALUE;

  /**
   * No return yet.
   *
   * @param notional over which differences of prices are returns, where they are
   */
  ReturnSize(Optional<Double> notional) {
    this.notional = notional;
  }

  /**
   * What a step between two closes is, before it becomes usual.
   *
   * @param from close before, positive unless there is a notional
   * @param to close after, likewise
   * @param gap between them, milliseconds, positive
   * @return null where it is nothing
   */
  Fault step(double from, double to, long gap) {
    shortest = Math.min(shortest, gap);
    double size = Math.abs(notional.isPresent() ? (to - from) / notional.get() : to / from - 1);
    double times = notional.isPresent() ? size : Math.abs(StrictMath.log(to / from));
    double expected = usual * Math.sqrt((double) gap / shortest);
    Fault fault = null;
    if (notional.isEmpty() && times > SPLIT * expected && isRatio(Math.max(from / to, to / from))) {
      fault = Fault.SPLIT;
    } else if (seen >= SEEN && size > LEAST_JUMP && times > JUMP * expected) {
      fault = Fault.JUMP;
    }
    learn(fault == null ? times : usual);
    return fault;
  }

  private void learn(double size) {
    usual = seen == 0 ? Math.max(size, 1e-5) : KEEP * usual + (1 - KEEP) * size;
    seen++;
  }

  private static boolean isRatio(double ratio) {
    for (double whole : RATIOS) {
      if (Math.abs(ratio / whole - 1) < NEAR) {
        return true;
      }
    }
    return false;
  }
}

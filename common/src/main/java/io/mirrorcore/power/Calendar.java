package io.mirrorcore.power;

import io.mirrorcore.profile.TimeScale;

/**
 * When the profiles decide: weekly, from a year of returns on, with five years at most.
 *
 * @param scale of the periods
 */
record Calendar(TimeScale scale) {

  private static final double WEEKS = 365.25 / 7;
  private static final int MOST_YEARS = 5;

  /** Periods in a year, rounded. */
  int year() {
    return (int) Math.max(2, Math.round(scale.periodsPerYear()));
  }

  /** Periods that an estimate is made of, at most. */
  int window() {
    return MOST_YEARS * year();
  }

  /** Periods between two decisions. */
  private int week() {
    return (int) Math.max(1, Math.round(scale.periodsPerYear() / WEEKS));
  }

  /** Whether a decision is due after so many periods. */
  boolean decidesAfter(int periods) {
    return periods >= year() && (periods - year()) % week() == 0;
  }
}

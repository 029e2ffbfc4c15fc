package io.mirrorcore.jobs.report;

/**
 * Times as small whole numbers: steps of the longest unit that divides all distances between them.
 * A daily bar's time then costs the page one digit instead of thirteen, and no time is rounded.
 *
 * @param base the first time, epoch milliseconds
 * @param unitMillis greatest common divisor of the distances; 1 or more
 */
record TimeSteps(long base, long unitMillis) {

  static TimeSteps of(long[] times) {
    if (times.length == 0) {
      return new TimeSteps(0, 1);
    }
    long unit = 0;
    for (int i = 1; i < times.length; i++) {
      long distance = Math.subtractExact(times[i], times[i - 1]);
      if (distance <= 0) {
        throw new IllegalArgumentException(
            "times must ascend; have " + times[i] + " after " + times[i - 1]);
      }
      unit = gcd(unit, distance);
    }
    return new TimeSteps(times[0], Math.max(unit, 1));
  }

  /** Steps from the base to the first of the {@code kept} times, then from each to the next. */
  long[] between(long[] times, int[] kept) {
    long[] steps = new long[kept.length];
    long last = base;
    for (int k = 0; k < kept.length; k++) {
      steps[k] = (times[kept[k]] - last) / unitMillis;
      last = times[kept[k]];
    }
    return steps;
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}

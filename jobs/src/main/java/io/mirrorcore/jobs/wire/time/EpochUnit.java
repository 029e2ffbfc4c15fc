package io.mirrorcore.jobs.wire.time;

/** What a number that is a time counts since 1970-01-01T00:00Z. */
public enum EpochUnit {
  /** What its magnitude says: see {@link TimeReader}. */
  AUTO,
  S,
  MS,
  US,
  NS;

  /** Milliseconds of a whole number of the unit, rounded down; the largest long where too many. */
  long millis(long count) {
    return switch (this) {
      case S -> Math.abs(count) > Long.MAX_VALUE / 1_000 ? Long.MAX_VALUE : count * 1_000;
      case US -> Math.floorDiv(count, 1_000);
      case NS -> Math.floorDiv(count, 1_000_000);
      case AUTO, MS -> count;
    };
  }

  /**
   * The same of a number that came as a double. It goes by microseconds: to these a double still
   * tells today's nanoseconds apart, and the fractions of a second that programs write.
   */
  long millis(double count) {
    double micros =
        switch (this) {
          case S -> count * 1e6;
          case US -> count;
          case NS -> count / 1e3;
          case AUTO, MS -> count * 1e3;
        };
    return Math.floorDiv((long) Math.rint(micros), 1_000);
  }
}

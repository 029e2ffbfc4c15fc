package io.mirrorcore.calendar;

/**
 * Time in which a market is open without a pause.
 *
 * @param open epoch milliseconds, exclusive: a record of that very moment is of what was before
 * @param close epoch milliseconds, inclusive
 */
record Stretch(long open, long close) {

  boolean contains(long time) {
    return time > open && time <= close;
  }

  /** Close of the bar that {@code time} in this stretch is of, where bars begin with it. */
  long barClose(long time, long intervalMs) {
    long bars = -Math.floorDiv(open - time, intervalMs);
    return Math.min(close, open + bars * intervalMs);
  }
}

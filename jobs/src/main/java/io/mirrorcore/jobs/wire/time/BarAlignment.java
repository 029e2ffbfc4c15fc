package io.mirrorcore.jobs.wire.time;

import java.io.Serializable;

/**
 * Brings bars that are stamped a little beside their close to it: one venue says 14:30:59.999 where
 * another says 14:31:00.000, a third writes the time of sending, three seconds later. Of one
 * portfolio they would be closes of their own, each with a part of the symbols.
 *
 * @param intervalMs length of a bar, milliseconds, positive; closes are its multiples since 1970
 * @param toleranceMs how far beside a close a stamp may be, at most half the interval; 0: none is
 *     moved
 */
public record BarAlignment(long intervalMs, long toleranceMs) implements Serializable {

  /** Stamps stay as they are. */
  public static final BarAlignment NONE = new BarAlignment(1, 0);

  public BarAlignment {
    if (!(intervalMs > 0 && toleranceMs >= 0 && 2 * toleranceMs <= intervalMs)) {
      throw new IllegalArgumentException(
          "the tolerance must be at most half of the interval; have "
              + toleranceMs
              + " of "
              + intervalMs);
    }
  }

  /** The close that a stamp is near to, or the stamp where it is near to none. */
  public long of(long time) {
    long close = Math.floorDiv(time + intervalMs / 2, intervalMs) * intervalMs;
    return Math.abs(time - close) <= toleranceMs ? close : time;
  }
}

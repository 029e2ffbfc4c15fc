package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Times of the last {@value #KEPT} bars admitted, to tell a second copy from a late first one. */
final class RecentBars implements Stateful {

  static final int KEPT = 64;

  /** Gaps that prove an interval. */
  static final int PROOF = 10;

  /** Changes of daylight saving make a day of 23 or 25 hours. */
  private static final double NEAR = 0.05;

  private static final long FOUR_WEEKS = 28 * 86_400_000L;
  private static final double LONGEST_MONTH = 31.5 * 86_400_000L;

  private final long[] times = new long[KEPT];
  private int seen;

  /** Whether a bar of this time is among those kept. */
  boolean contains(long time) {
    for (int i = 0; i < Math.min(seen, KEPT); i++) {
      if (times[i] == time) {
        return true;
      }
    }
    return false;
  }

  void add(long time) {
    times[seen % KEPT] = time;
    // Stays in [KEPT, 2 KEPT) once full: the count never overflows and the slot stays right.
    seen = seen + 1 == 2 * KEPT ? KEPT : seen + 1;
  }

  /**
   * What the last bars are apart where that is plainly not {@code intervalMs}, milliseconds, else
   * 0: ten times in a row less, or ten times in a row more and always the same. Nights, halts and
   * thin trading make gaps, but no ten equal ones.
   */
  long otherThan(long intervalMs) {
    if (seen < PROOF + 1) {
      return 0;
    }
    long[] last = newest(PROOF + 1);
    long gap = last[PROOF] - last[PROOF - 1];
    boolean shorter = true;
    boolean longer = true;
    for (int i = 1; i <= PROOF; i++) {
      long one = last[i] - last[i - 1];
      shorter &= one < intervalMs * (1 - NEAR);
      longer &= one > longest(intervalMs) && Math.abs(one - gap) <= NEAR * gap;
    }
    return shorter || longer ? gap : 0;
  }

  /** Bars of four weeks are those of months, too, of up to 31 days. */
  private static double longest(long intervalMs) {
    return intervalMs == FOUR_WEEKS ? LONGEST_MONTH : intervalMs * (1 + NEAR);
  }

  /**
   * The last so many, by time: within what a partition may be out of order they come as they do.
   */
  private long[] newest(int count) {
    long[] newest = new long[count];
    for (int i = 0; i < count; i++) {
      newest[i] = times[(seen - 1 - i) % KEPT];
    }
    Arrays.sort(newest);
    return newest;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(seen);
    for (long time : times) {
      out.writeLong(time);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    seen = in.readInt();
    for (int i = 0; i < KEPT; i++) {
      times[i] = in.readLong();
    }
  }
}

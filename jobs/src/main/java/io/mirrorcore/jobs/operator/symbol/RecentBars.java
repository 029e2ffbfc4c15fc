package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Times of the last {@value #KEPT} bars admitted, to tell a second copy from a late first one. */
final class RecentBars implements Stateful {

  static final int KEPT = 64;

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

package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The last {@value #KEPT} ids: 4 KB where a symbol has so many. */
final class RecentIds implements Stateful {

  static final int KEPT = 512;

  private final long[] ids = new long[KEPT];
  private int seen;

  boolean contains(long id) {
    for (int i = 0; i < Math.min(seen, KEPT); i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }

  void add(long id) {
    ids[seen % KEPT] = id;
    // Stays in [KEPT, 2 KEPT) once full: the count never overflows and the slot stays right.
    seen = seen + 1 == 2 * KEPT ? KEPT : seen + 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(seen);
    for (int i = 0; i < Math.min(seen, KEPT); i++) {
      out.writeLong(ids[i]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    seen = in.readInt();
    for (int i = 0; i < Math.min(seen, KEPT); i++) {
      ids[i] = in.readLong();
    }
  }
}

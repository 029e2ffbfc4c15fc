package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.GrangerCausality;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the newest test of a pair has found.
 *
 * @param turn of {@link TestTurns} in which it was made; {@link #NEVER} before the first
 * @param ahead the first by name leads the second
 * @param back the second leads the first
 */
record PairTest(long turn, GrangerCausality.Lead ahead, GrangerCausality.Lead back) {

  /** Before every turn. */
  private static final long NEVER = -1;

  private static final GrangerCausality.Lead NOTHING = new GrangerCausality.Lead(1, 0, 0);

  /** Of a pair that has not been tested. */
  static final PairTest NONE = new PairTest(NEVER, NOTHING, NOTHING);

  boolean hasEvidence() {
    return ahead.lag() > 0 || back.lag() > 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(turn);
    out.writeBoolean(hasEvidence());
    if (hasEvidence()) {
      save(ahead, out);
      save(back, out);
    }
  }

  static PairTest load(DataInput in) throws IOException {
    long turn = in.readLong();
    return in.readBoolean()
        ? new PairTest(turn, loadLead(in), loadLead(in))
        : new PairTest(turn, NOTHING, NOTHING);
  }

  private static void save(GrangerCausality.Lead lead, DataOutput out) throws IOException {
    out.writeDouble(lead.p());
    out.writeInt(lead.lag());
    out.writeDouble(lead.coefficients());
  }

  private static GrangerCausality.Lead loadLead(DataInput in) throws IOException {
    return new GrangerCausality.Lead(in.readDouble(), in.readInt(), in.readDouble());
  }
}

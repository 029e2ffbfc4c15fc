package io.mirrorcore.portfolio.period;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The period that goes on: the returns of its bars so far, compounded. A strategy was deployed in a
 * period when it had a position in any bar of it. Of a period of one bar the returns are those of
 * the bar, to the last digit.
 */
public final class OpenPeriod implements Stateful {

  private static final long NONE = Long.MIN_VALUE;

  private List<String> strategies = List.of();
  private long end = NONE;
  private int bars;
  private double[] returns = {};
  private boolean[] deployed = {};
  private double market;
  private int ownBars;
  private double own;

  /** Makes the columns those of {@code ids}, in that order; what is new has earned nothing yet. */
  public void align(List<String> ids) {
    if (ids.equals(strategies)) {
      return;
    }
    double[] values = new double[ids.size()];
    boolean[] flags = new boolean[ids.size()];
    for (int k = 0; k < values.length; k++) {
      int source = strategies.indexOf(ids.get(k));
      values[k] = source < 0 ? 0 : returns[source];
      flags[k] = source >= 0 && deployed[source];
    }
    strategies = ids;
    returns = values;
    deployed = flags;
  }

  /** Whether a bar of it was processed. */
  public boolean isOpen() {
    return end != NONE;
  }

  /** Its end, epoch milliseconds; only of an open one. */
  public long end() {
    return end;
  }

  /** Begins it, or goes on. */
  public void open(long endOfPeriod) {
    end = endOfPeriod;
  }

  /** What the strategies earned over one bar of it. */
  public void add(BarReturns earned) {
    for (int k = 0; k < returns.length; k++) {
      returns[k] = compounded(bars, returns[k], earned.byStrategy()[k]);
      deployed[k] |= earned.deployed()[k];
    }
    market = compounded(bars, market, earned.market());
    bars++;
  }

  /** What the ensemble itself earned over one bar of it. */
  public void earn(double simpleReturn) {
    own = compounded(ownBars, own, simpleReturn);
    ownBars++;
  }

  private static double compounded(int bars, double before, double now) {
    return bars == 0 ? now : before + now + before * now;
  }

  /** Whether any bar of it had returns. */
  public boolean hasReturns() {
    return bars > 0;
  }

  /** What was earned over it. */
  public BarReturns returns() {
    return new BarReturns(returns.clone(), deployed.clone(), market);
  }

  /** Whether the ensemble held anything in it. */
  public boolean hasOwnReturn() {
    return ownBars > 0;
  }

  /** The ensemble's return over it. */
  public double ownReturn() {
    return own;
  }

  /** Ends it; the next bar begins another. */
  public void close() {
    end = NONE;
    bars = 0;
    ownBars = 0;
    market = 0;
    own = 0;
    returns = new double[strategies.size()];
    deployed = new boolean[strategies.size()];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(strategies.size());
    for (int k = 0; k < returns.length; k++) {
      out.writeUTF(strategies.get(k));
      out.writeDouble(returns[k]);
      out.writeBoolean(deployed[k]);
    }
    out.writeLong(end);
    out.writeInt(bars);
    out.writeDouble(market);
    out.writeInt(ownBars);
    out.writeDouble(own);
  }

  @Override
  public void load(DataInput in) throws IOException {
    String[] ids = new String[in.readInt()];
    returns = new double[ids.length];
    deployed = new boolean[ids.length];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = in.readUTF();
      returns[k] = in.readDouble();
      deployed[k] = in.readBoolean();
    }
    strategies = List.of(ids);
    end = in.readLong();
    bars = in.readInt();
    market = in.readDouble();
    ownBars = in.readInt();
    own = in.readDouble();
  }
}

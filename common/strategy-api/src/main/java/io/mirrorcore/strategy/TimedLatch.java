package io.mirrorcore.strategy;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link Latch} whose exit is the passing of time: a position entered at a bar's close is held
 * for that many bars.
 *
 * <p>As in a {@link Latch}, a condition that still holds while its position is held is no new
 * entry, so it does not prolong the position. On the bar on which the time is over it does count:
 * the position is then held for as many bars again, without an exit and a new entry that would only
 * cost. A {@link #restarting} latch counts from the newest bar of its side, whenever it came.
 */
public final class TimedLatch implements Stateful {

  private final int bars;
  private final boolean restarts;
  private final Latch latch = new Latch();
  private int barsLeft;

  /**
   * @param bars closes from entry to exit, at least 1
   */
  public TimedLatch(int bars) {
    this(bars, false);
  }

  private TimedLatch(int bars, boolean restarts) {
    if (bars < 1) {
      throw new IllegalArgumentException("bars must be at least 1; have " + bars);
    }
    this.bars = bars;
    this.restarts = restarts;
  }

  /**
   * A latch whose time begins again at every bar on which the entry condition of its side holds:
   * what was good reason to enter is good reason to stay.
   *
   * @param bars closes from the last such bar to exit, at least 1
   */
  public static TimedLatch restarting(int bars) {
    return new TimedLatch(bars, true);
  }

  /**
   * The signal of this bar.
   *
   * @param side +1 where the entry condition of a buy holds, -1 of a sell, else 0
   */
  public Signal signal(int side, double confidence, double... attributes) {
    int held = latch.position();
    barsLeft = Math.max(0, barsLeft - 1);
    boolean over = barsLeft == 0;
    if (side != 0 && (side != held || over || restarts)) {
      barsLeft = bars;
    }
    return latch.signal(side, over, confidence, attributes);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    latch.save(out);
    out.writeInt(barsLeft);
  }

  @Override
  public void load(DataInput in) throws IOException {
    latch.load(in);
    barsLeft = in.readInt();
  }
}

package io.mirrorcore.strategy;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The position of a latched strategy: that of its last entry until the opposite one or an exit.
 *
 * <p>A condition that still holds while its position is already held is no new entry: the action is
 * HOLD. An exit is asked for on every bar and matters only where there is a position and no entry.
 */
public final class Latch implements Stateful {

  /** Label of the bar on which a position ends without an opposite entry. */
  public static final String EXIT = "EXIT";

  private int position;

  /** -1, 0 or +1. */
  public int position() {
    return position;
  }

  /**
   * The signal of this bar.
   *
   * @param side +1 where the entry condition of a buy holds, -1 of a sell, else 0
   * @param exit whether the exit condition holds
   */
  public Signal signal(int side, boolean exit, double confidence, double... attributes) {
    boolean enters = side != 0 && side != position;
    boolean leaves = side == 0 && position != 0 && exit;
    if (enters || leaves) {
      position = side;
    }
    Action action = !enters ? Action.HOLD : side > 0 ? Action.BUY : Action.SELL;
    return new Signal(action, position, confidence, leaves ? EXIT : "", attributes);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(position);
  }

  @Override
  public void load(DataInput in) throws IOException {
    position = in.readInt();
  }
}

package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The action and position last published, kept so that only changes are published. Starts at HOLD,
 * flat.
 */
public final class Announced implements Stateful {

  private Action action = Action.HOLD;
  private double position;

  /** Takes note of {@code signal} and says whether it differs from the one before. */
  public boolean changesTo(Signal signal) {
    boolean changed = signal.action() != action || signal.position() != position;
    action = signal.action();
    position = signal.position();
    return changed;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(action.name());
    out.writeDouble(position);
  }

  @Override
  public void load(DataInput in) throws IOException {
    action = Action.valueOf(in.readUTF());
    position = in.readDouble();
  }
}

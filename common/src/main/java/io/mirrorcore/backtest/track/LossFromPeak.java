package io.mirrorcore.backtest.track;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far a capital is below the highest that it has been, 0 or a negative share; from 1 on. */
public final class LossFromPeak implements Stateful {

  private double peak = 1;

  /** Takes in the capital at one close, and tells its loss. */
  public double at(double equity) {
    peak = Math.max(peak, equity);
    return equity < peak ? equity / peak - 1 : 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(peak);
  }

  @Override
  public void load(DataInput in) throws IOException {
    peak = in.readDouble();
  }
}

package io.mirrorcore.portfolio.alert;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is lost of the highest value so far: 1 - equity / peak, in [0, 1], of compounded returns
 * from an equity of 1. A loss of everything is final.
 */
public final class Drawdown implements Stateful {

  private double equity = 1;
  private double peak = 1;

  public void add(double simpleReturn) {
    equity = Math.min(Double.MAX_VALUE, Math.max(0, equity * (1 + simpleReturn)));
    peak = Math.max(peak, equity);
  }

  public double value() {
    return 1 - equity / peak;
  }

  /** Value of what was 1 at the start. */
  public double equity() {
    return equity;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(equity);
    out.writeDouble(peak);
  }

  @Override
  public void load(DataInput in) throws IOException {
    equity = in.readDouble();
    peak = in.readDouble();
  }
}

package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The bar that is being made of shorter ones: the first one's open, the highest high, the lowest
 * low, the last one's close, and all volumes added up in the order of their times. One whose
 * interval had no bar is not there at all.
 */
final class BarInProgress implements Stateful {

  private boolean begun;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;

  /** Takes in the next bar; they come in the order of their times. */
  void add(Bar bar) {
    if (!begun) {
      open = bar.open();
      high = bar.high();
      low = bar.low();
    }
    begun = true;
    high = Math.max(high, bar.high());
    low = Math.min(low, bar.low());
    close = bar.close();
    volume = Math.min(Double.MAX_VALUE, volume + bar.volume()); // a bar's volume is finite
  }

  boolean hasBegun() {
    return begun;
  }

  Bar bar(String symbol, long time) {
    return new Bar(symbol, time, open, high, low, close, volume);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(begun);
    for (double value : new double[] {open, high, low, close, volume}) {
      out.writeDouble(value);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    begun = in.readBoolean();
    open = in.readDouble();
    high = in.readDouble();
    low = in.readDouble();
    close = in.readDouble();
    volume = in.readDouble();
  }
}

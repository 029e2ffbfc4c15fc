package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Highest high and lowest low of the last n bars added. */
public final class DonchianChannel implements Stateful {

  private final Window highs;
  private final Window lows;

  /**
   * @param period n, at least 1
   */
  public DonchianChannel(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    highs = new Window(period);
    lows = new Window(period);
  }

  public void add(double high, double low) {
    highs.add(high);
    lows.add(low);
  }

  /** Whether n bars have been seen. */
  public boolean isReady() {
    return highs.isFull();
  }

  /** Highest high in the window, which must hold at least one bar. */
  public double high() {
    double highest = highs.newest();
    for (int i = 0; i < highs.size(); i++) {
      highest = Math.max(highest, highs.get(i));
    }
    return highest;
  }

  /** Lowest low in the window, which must hold at least one bar. */
  public double low() {
    double lowest = lows.newest();
    for (int i = 0; i < lows.size(); i++) {
      lowest = Math.min(lowest, lows.get(i));
    }
    return lowest;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    highs.save(out);
    lows.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    highs.load(in);
    lows.load(in);
  }
}

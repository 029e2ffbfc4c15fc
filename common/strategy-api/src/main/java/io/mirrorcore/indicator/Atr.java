package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Average true range: the {@link WilderAverage} of max(high, previous close) - min(low, previous
 * close). The first bar has no previous close and hence no true range. In price units, zero or
 * more. Source: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
public final class Atr implements Stateful {

  private final WilderAverage average;
  private double previousClose = Double.NaN;

  /**
   * @param period n, at least 1
   */
  public Atr(int period) {
    average = new WilderAverage(period);
  }

  public void add(double high, double low, double close) {
    if (!Double.isNaN(previousClose)) {
      average.add(Math.max(high, previousClose) - Math.min(low, previousClose));
    }
    previousClose = close;
  }

  /** Whether n true ranges have been seen. */
  public boolean hasValue() {
    return average.hasValue();
  }

  /** Whether the seed of the average weighs less than 1 %. */
  public boolean isReady() {
    return average.isReady();
  }

  public double value() {
    return average.value();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    average.save(out);
    out.writeDouble(previousClose);
  }

  @Override
  public void load(DataInput in) throws IOException {
    average.load(in);
    previousClose = in.readDouble();
  }
}

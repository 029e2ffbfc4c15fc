package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Relative strength index, 100 gain / (gain + loss) with Wilder averages of the closes' rises and
 * falls, in [0, 100]; 50 where the price never moved. Source: J. Welles Wilder, "New Concepts in
 * Technical Trading Systems" (1978).
 */
public final class Rsi implements Stateful {

  /** Value of a series that goes nowhere. */
  private static final double NEUTRAL = 50;

  /**
   * Below this both averages have decayed so far (thousands of flat bars) that no digit is left.
   */
  private static final double NO_MOVE = 1e-290;

  private final WilderAverage gain;
  private final WilderAverage loss;
  private double previousClose = Double.NaN;

  /**
   * @param period n, at least 1
   */
  public Rsi(int period) {
    gain = new WilderAverage(period);
    loss = new WilderAverage(period);
  }

  public void add(double close) {
    if (!Double.isNaN(previousClose)) {
      double change = close - previousClose;
      gain.add(Math.max(change, 0));
      loss.add(Math.max(-change, 0));
    }
    previousClose = close;
  }

  /** Whether n changes have been seen. */
  public boolean hasValue() {
    return gain.hasValue();
  }

  /** Whether the seeds of the averages weigh less than 1 %. */
  public boolean isReady() {
    return gain.isReady();
  }

  public double value() {
    double up = gain.value();
    double total = up + loss.value();
    return total > NO_MOVE ? Math.min(100, 100 * (up / total)) : NEUTRAL;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    gain.save(out);
    loss.save(out);
    out.writeDouble(previousClose);
  }

  @Override
  public void load(DataInput in) throws IOException {
    gain.load(in);
    loss.load(in);
    previousClose = in.readDouble();
  }
}

package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Moving average convergence-divergence in price units: the fast {@link Ema} less the slow one, its
 * own Ema (the signal line, fed from the first difference on), and the histogram: difference less
 * signal. Source: Gerald Appel (1979); conventions of TTR, which starts each average as soon as it
 * has inputs.
 */
public final class Macd implements Stateful {

  private final Ema fast;
  private final Ema slow;
  private final Ema signal;

  /**
   * @param fast period of the fast average, less than {@code slow}
   * @param slow period of the slow average
   * @param signal period of the signal line
   */
  public Macd(int fast, int slow, int signal) {
    if (fast >= slow) {
      throw new IllegalArgumentException(
          "fast must be less than slow; have " + fast + " and " + slow);
    }
    this.fast = new Ema(fast);
    this.slow = new Ema(slow);
    this.signal = new Ema(signal);
  }

  public void add(double close) {
    fast.add(close);
    slow.add(close);
    if (slow.hasValue()) {
      signal.add(macd());
    }
  }

  /** Whether there is a signal line and so a histogram. */
  public boolean hasValue() {
    return signal.hasValue();
  }

  /** Whether the seed of each of the three averages weighs less than 1 %. */
  public boolean isReady() {
    return fast.isReady() && slow.isReady() && signal.isReady();
  }

  public double macd() {
    return fast.value() - slow.value();
  }

  public double signal() {
    return signal.value();
  }

  public double histogram() {
    return macd() - signal();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    fast.save(out);
    slow.save(out);
    signal.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    fast.load(in);
    slow.load(in);
    signal.load(in);
  }
}

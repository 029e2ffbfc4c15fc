package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Wilder's smoothing: an exponential average with alpha = 1 / n, started from the simple average of
 * its first n inputs. Source: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978).
 * Note that its memory is about twice that of an {@link Ema} of the same n.
 */
public final class WilderAverage implements Stateful {

  private final SeededAverage average;

  /**
   * @param period n, at least 1
   */
  public WilderAverage(int period) {
    average = new SeededAverage(period, 1.0 / period);
  }

  public void add(double input) {
    average.add(input);
  }

  /** Whether n inputs have been seen: there is a value, though the seed may still weigh in it. */
  public boolean hasValue() {
    return average.hasValue();
  }

  /** Whether the seed weighs less than 1 %. */
  public boolean isReady() {
    return average.isReady();
  }

  /** The average, in the units of the inputs. */
  public double value() {
    return average.value();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    average.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    average.load(in);
  }
}

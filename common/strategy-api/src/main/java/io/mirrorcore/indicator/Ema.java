package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Exponential moving average with alpha = 2 / (n + 1), started from the simple average of its first
 * n inputs. (Started from the first input alone, as notebooks do, it carries that one input for
 * long.) A constant series has exactly that constant as its average.
 */
public final class Ema implements Stateful {

  private final SeededAverage average;

  /**
   * @param period n, at least 1
   */
  public Ema(int period) {
    average = new SeededAverage(period, 2.0 / (period + 1));
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

package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An exponential average {@code v += alpha (x - v)} that starts from the simple average of its
 * first n inputs, as TA-Lib and TTR do.
 *
 * <p>The seed is summed as differences from the first input, so that a constant series has exactly
 * that constant as its average: a difference of two such averages is then 0 and not a rounding
 * error with a sign.
 */
final class SeededAverage implements Stateful {

  /** A seed that weighs less than this no longer matters. */
  private static final double NEGLIGIBLE = 0.01;

  private final int seedInputs;
  private final double alpha;
  private final int settledInputs;
  private int inputs;
  private double first;
  private double value;

  /**
   * @param seedInputs n, at least 1
   * @param alpha weight of the newest input, in (0, 1]
   */
  SeededAverage(int seedInputs, double alpha) {
    if (seedInputs < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + seedInputs);
    }
    this.seedInputs = seedInputs;
    this.alpha = alpha;
    this.settledInputs = seedInputs + inputsUntilNegligible(alpha);
  }

  private static int inputsUntilNegligible(double alpha) {
    int inputs = 0;
    for (double weight = 1; weight >= NEGLIGIBLE; weight *= 1 - alpha) {
      inputs++;
    }
    return inputs;
  }

  void add(double input) {
    if (inputs == 0) {
      first = input;
    }
    if (inputs >= seedInputs) {
      value += alpha * (input - value);
    } else {
      value += input - first;
      if (inputs == seedInputs - 1) {
        value = first + value / seedInputs;
      }
    }
    inputs = Math.min(inputs + 1, settledInputs);
  }

  boolean hasValue() {
    return inputs >= seedInputs;
  }

  boolean isReady() {
    return inputs >= settledInputs;
  }

  double value() {
    if (!hasValue()) {
      throw new IllegalStateException("no value before " + seedInputs + " inputs; have " + inputs);
    }
    return value;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(inputs);
    out.writeDouble(first);
    out.writeDouble(value);
  }

  @Override
  public void load(DataInput in) throws IOException {
    inputs = in.readInt();
    first = in.readDouble();
    value = in.readDouble();
  }
}

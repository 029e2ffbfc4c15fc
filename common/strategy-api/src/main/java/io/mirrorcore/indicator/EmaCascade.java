package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Three exponential averages in a row, each fed with the one before.
 *
 * <pre>
 *   alpha = 2 / (n + 1)
 *   a_t = a_(t-1) + alpha (x_t - a_(t-1)),  b_t the same over a,  value c_t the same over b
 *   a_1 = b_1 = c_1 = x_1
 * </pre>
 *
 * <p>Each starts from the first input. Started from 0, every series would begin with a rise from
 * nothing to its own level; started from a simple average as {@link Ema} is, the second and third
 * would have to wait for the ones before. The first input weighs P(B &lt;= 2) after k more, B
 * binomial(k + 2, alpha), and the cascade is ready when that is less than 1 %. A constant series
 * has exactly that constant as its value, and a rise to a new level never overshoots it.
 */
public final class EmaCascade implements Stateful {

  /** A first input that weighs less than this no longer matters. */
  private static final double NEGLIGIBLE = 0.01;

  private final double alpha;
  private final int settledInputs;
  private int inputs;
  private double first;
  private double second;
  private double third;

  /**
   * @param period n, at least 1
   */
  public EmaCascade(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    alpha = 2.0 / (period + 1);
    settledInputs = 1 + inputsUntilNegligible();
  }

  /** Fed a first input of 1 and then 0s, the cascade's value is the weight of the first input. */
  private int inputsUntilNegligible() {
    start(1);
    int count = 0;
    while (third >= NEGLIGIBLE) {
      step(0);
      count++;
    }
    return count;
  }

  public void add(double input) {
    if (inputs == 0) {
      start(input);
    } else {
      step(input);
    }
    inputs = Math.min(inputs + 1, settledInputs);
  }

  private void start(double input) {
    first = input;
    second = input;
    third = input;
  }

  private void step(double input) {
    first += alpha * (input - first);
    second += alpha * (first - second);
    third += alpha * (second - third);
  }

  /** Whether the first input weighs less than 1 %. */
  public boolean isReady() {
    return inputs >= settledInputs;
  }

  /** The third average, in the units of the inputs, of which there must be at least one. */
  public double value() {
    if (inputs == 0) {
      throw new IllegalStateException("no average of no inputs");
    }
    return third;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(inputs);
    out.writeDouble(first);
    out.writeDouble(second);
    out.writeDouble(third);
  }

  @Override
  public void load(DataInput in) throws IOException {
    inputs = in.readInt();
    first = in.readDouble();
    second = in.readDouble();
    third = in.readDouble();
  }
}

package io.mirrorcore.backtest.account;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Value of what was 1 at the start.
 *
 * <pre>
 *   pay c at the close of t;   bar t+1:  net = (1 - c)(1 + R) - 1,  E = E (1 + net)
 * </pre>
 *
 * <p>A payment is a share of the capital at the close at which it falls due, and is booked in the
 * bar that follows, as the cost of positions is. So a decision at the last close of a series costs
 * nothing yet and earns nothing yet. A loss of everything is final: from then on nothing is earned
 * or paid.
 */
public final class Capital implements Stateful {

  /** Beyond this nothing grows any more, so that every figure stays finite. */
  public static final double LARGEST = 1e200;

  private double value = 1;
  private double unpaid;

  /** Owes {@code share} of the capital, capped at all of it. */
  public void owe(double share) {
    unpaid += (1 - unpaid) * Math.min(1, share);
  }

  /** What is owed since the last bar, in units of the capital at the start. */
  public double unpaid() {
    return value * unpaid;
  }

  /**
   * Takes in one bar.
   *
   * @param gross simple return before what is owed
   * @return the simple return after it, at least -1; 0 once all is lost
   */
  public double earn(double gross) {
    if (value == 0) {
      return 0;
    }
    double net = gross - unpaid * (1 + gross);
    unpaid = 0;
    if (!(net > -1)) {
      value = 0;
      return -1;
    }
    value = Math.min(LARGEST, value * (1 + net));
    return net;
  }

  public double value() {
    return value;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(value);
    out.writeDouble(unpaid);
  }

  @Override
  public void load(DataInput in) throws IOException {
    value = in.readDouble();
    unpaid = in.readDouble();
  }
}

package io.mirrorcore.portfolio.alert;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far what the ensemble earned is from what its estimates promised, over a window of bars: the
 * sum over the bars of the return expected of the weights then in force, less the sum of the
 * returns realised.
 */
public final class ReturnDivergence implements Stateful {

  private final Window expected;
  private final Window realised;

  public ReturnDivergence(int bars) {
    expected = new Window(bars);
    realised = new Window(bars);
  }

  public void add(double expectedReturn, double realisedReturn) {
    expected.add(expectedReturn);
    realised.add(realisedReturn);
  }

  /** |expected - realised|; 0 until a whole window was run with weights. */
  public double value() {
    if (!realised.isFull()) {
      return 0;
    }
    double difference = 0;
    for (int i = 0; i < realised.size(); i++) {
      difference += expected.get(i) - realised.get(i);
    }
    return Math.abs(difference);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    expected.save(out);
    realised.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    expected.load(in);
    realised.load(in);
  }
}

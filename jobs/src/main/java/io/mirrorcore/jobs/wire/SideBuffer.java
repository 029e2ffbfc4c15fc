package io.mirrorcore.jobs.wire;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.market.tick.Tick;
import java.util.Arrays;

/** Buffer for the levels of one side of an order book, with the first defect found in them. */
public final class SideBuffer {

  private static final double[] NO_LEVELS = {};

  private final double[] values = new double[2 * Tick.MAX_LEVELS];
  private int size;
  private Rejection problem;

  public void clear() {
    size = 0;
    problem = null;
  }

  /** Takes the next number: prices and sizes in turn. */
  public void add(WireField field, double value) {
    if (!Double.isFinite(value)) {
      fail(Rejection.notFinite(field, NumberText.of(value)));
    } else if (size == values.length) {
      fail(
          new Rejection(
              RejectReason.OVERSIZE,
              field.wireName() + " must have at most " + Tick.MAX_LEVELS + " levels"));
    } else {
      values[size++] = value;
    }
  }

  public void fail(Rejection rejection) {
    if (problem == null) {
      problem = rejection;
    }
  }

  public double[] toArray() throws Rejection {
    if (problem != null) {
      throw problem;
    }
    return size == 0 ? NO_LEVELS : Arrays.copyOf(values, size);
  }
}

package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Pivot highs and lows: a high (low) that none of the {@code span} bars on either side exceeds.
 *
 * <p>Whether a bar is one is known only {@code span} bars later, and that is when this class says
 * so: the answers are about the bar {@code span} bars before the newest. A tie exceeds nothing, so
 * on flat prices every bar is a pivot, both high and low.
 */
public final class Pivots implements Stateful {

  private final int span;
  private final Window highs;
  private final Window lows;

  /**
   * @param span bars on either side, at least 1
   */
  public Pivots(int span) {
    if (span < 1) {
      throw new IllegalArgumentException("span must be at least 1; have " + span);
    }
    this.span = span;
    highs = new Window(2 * span + 1);
    lows = new Window(2 * span + 1);
  }

  public void add(double high, double low) {
    highs.add(high);
    lows.add(low);
  }

  /** Whether there are enough bars on either side of the one in the middle. */
  public boolean isReady() {
    return highs.isFull();
  }

  /** High of the bar {@code span} bars before the newest; ask only when ready. */
  public double high() {
    return highs.get(span);
  }

  /** Low of the bar {@code span} bars before the newest; ask only when ready. */
  public double low() {
    return lows.get(span);
  }

  /** Whether the high of the bar {@code span} bars before the newest is a pivot. */
  public boolean isHigh() {
    boolean highest = isReady();
    for (int i = 0; highest && i < highs.size(); i++) {
      highest = highs.get(i) <= high();
    }
    return highest;
  }

  /** Whether the low of the bar {@code span} bars before the newest is a pivot. */
  public boolean isLow() {
    boolean lowest = isReady();
    for (int i = 0; lowest && i < lows.size(); i++) {
      lowest = lows.get(i) >= low();
    }
    return lowest;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    highs.save(out);
    lows.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    highs.load(in);
    lows.load(in);
  }
}

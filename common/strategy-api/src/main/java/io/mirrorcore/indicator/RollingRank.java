package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Share of the last n inputs, the newest included, that are at most the newest: in (0, 1]. */
public final class RollingRank implements Stateful {

  private final Window window;

  /**
   * @param period n, at least 1
   */
  public RollingRank(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    window = new Window(period);
  }

  public void add(double input) {
    window.add(input);
  }

  /** Inputs in the window, at most n. */
  public int size() {
    return window.size();
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The newest input's rank among those in the window, of which there must be at least one. */
  public double value() {
    double newest = window.newest();
    int atMost = 0;
    for (int i = 0; i < window.size(); i++) {
      if (window.get(i) <= newest) {
        atMost++;
      }
    }
    return (double) atMost / window.size();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
  }
}
